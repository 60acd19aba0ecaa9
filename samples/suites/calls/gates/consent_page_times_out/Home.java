package cn.privlens.suite.consent_page_times_out;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Home extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
    }
}
