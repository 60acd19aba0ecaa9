package cn.privlens.suite.helper_named_after_page;

import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Base {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        helper().take(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
