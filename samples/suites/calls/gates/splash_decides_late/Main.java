package cn.privlens.suite.splash_decides_late;

import android.app.Activity;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private String device;

    @Override
    protected void onResume() {
        super.onResume();
        if (device == null) {
            device = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        }
    }
}
