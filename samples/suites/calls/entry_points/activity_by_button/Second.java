package cn.privlens.suite.activity_by_button;

import android.app.Activity;
import android.telephony.TelephonyManager;

public class Second extends Activity {
    @Override
    protected void onResume() {
        super.onResume();
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
    }
}
