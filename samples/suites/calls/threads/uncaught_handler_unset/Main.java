package cn.privlens.suite.uncaught_handler_unset;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Thread.UncaughtExceptionHandler h = (t, e) -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        setTitle("" + h.hashCode());
    }
}
