package cn.privlens.suite.collector_by_name_after_agreement;

import android.content.Context;
import android.telephony.TelephonyManager;

public final class Collector {
    private Collector() {}
    public static void start(Context context) { ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
}
