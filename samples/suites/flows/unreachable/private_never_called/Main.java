package cn.privlens.suite.private_never_called;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private void leak() {
        Log.i("suite", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Runnable r = () -> setTitle("t");
        r.run();
    }
}
