package cn.privlens.suite.back_key_method_called;

import android.app.Activity;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        onBackPressed();
    }

    @Override
    public void onBackPressed() {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
