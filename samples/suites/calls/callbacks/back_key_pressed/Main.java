package cn.privlens.suite.back_key_pressed;

import android.app.Activity;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        setTitle("首页");
    }

    @Override
    public void onBackPressed() {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
