package cn.privlens.suite.cached_from_reader;

import android.content.Context;
import android.telephony.TelephonyManager;

final class Ids {
    private final Context context;
    private String cached = null;
    Ids(Context context) { this.context = context; }
    String get() {
        if (cached == null) {
            cached = ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
        }
        return cached;
    }
}
