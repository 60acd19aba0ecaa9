package cn.privlens.suite.base_page_calls_ready;

import android.telephony.TelephonyManager;

public class Main extends Base {
    @Override
    void ready() {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
