package cn.privlens.suite.static_init_method;

import android.content.Context;
import android.telephony.TelephonyManager;

final class Subscriber {
    static final String KEY = "sub";
    static final String VALUE;

    static {
        TelephonyManager tm = (TelephonyManager) App.self.getSystemService(Context.TELEPHONY_SERVICE);
        VALUE = tm == null ? "" : tm.getSubscriberId();
    }

    private Subscriber() {}

    static boolean isThere() {
        return VALUE != null;
    }
}
