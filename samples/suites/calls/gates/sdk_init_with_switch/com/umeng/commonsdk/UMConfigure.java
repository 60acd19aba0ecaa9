package com.umeng.commonsdk;

import android.content.Context;
import android.telephony.TelephonyManager;

public final class UMConfigure {
    public static void preInit(Context c, String key, String channel) { c.getPackageName(); }
    public static void init(Context c, String key, String channel, int kind, String secret) {
        ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
}
