package cn.privlens.suite.base_page_only_finishes;

import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Base {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
