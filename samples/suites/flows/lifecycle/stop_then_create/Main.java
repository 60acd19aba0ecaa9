package cn.privlens.suite.stop_then_create;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String seen = "nothing";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", seen);
    }
    @Override
    protected void onRestart() {
        super.onRestart();
        setTitle("again");
    }
    @Override
    protected void onStop() {
        super.onStop();
        seen = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
