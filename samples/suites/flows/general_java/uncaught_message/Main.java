package cn.privlens.suite.uncaught_message;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> Log.i("suite", e.getMessage()));
        if (isFinishing()) {
            return;
        }
        throw new IllegalStateException("no answer for " + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
