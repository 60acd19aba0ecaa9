package cn.privlens.suite.resource_mode_text;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String mode = getString(R.string.mode);
        if (mode.equals("full")) {
            Log.i("suite", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        }
        if (mode.equals("debug")) {
            Log.i("suite", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        }
    }
}
