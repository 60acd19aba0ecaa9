package cn.privlens.suite.collector_started_by_name;

import android.content.Context;
import android.telephony.TelephonyManager;

public final class Collector {
    private Collector() {}
    public static void start(Context context) { ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
}
