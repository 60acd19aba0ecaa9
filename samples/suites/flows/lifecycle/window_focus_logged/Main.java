package cn.privlens.suite.window_focus_logged;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String number = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
    }
    @Override
    public void onWindowFocusChanged(boolean has) {
        Log.i("suite", number);
    }
}
