package cn.privlens.suite.stack_text_of_named_failure;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        IllegalStateException named = new IllegalStateException("设备 " + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        IllegalStateException plain = new IllegalStateException("设备");
        Log.println(Log.WARN, "suite", Log.getStackTraceString(named));
    }
}
