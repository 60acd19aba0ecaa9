package cn.privlens.suite.checked_then_run_as_guest;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Privacy.check(this, () -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
