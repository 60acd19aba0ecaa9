package cn.privlens.suite.stop_then_restart;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String seen = "nothing";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("on");
    }
    @Override
    protected void onRestart() {
        super.onRestart();
        Log.i("suite", seen);
    }
    @Override
    protected void onStop() {
        super.onStop();
        seen = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
