package cn.privlens.suite.thread_local_replaced;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CURRENT.set(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        CURRENT.set("cleared");
        Log.i("suite", "t " + CURRENT.get());
    }
}
