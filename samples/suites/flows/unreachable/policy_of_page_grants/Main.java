package cn.privlens.suite.policy_of_page_grants;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Reporter ofPage = new Reporter(new Policy.Grants());
        ofPage.report("phone " + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Log.i("suite", "reported");
    }
}
