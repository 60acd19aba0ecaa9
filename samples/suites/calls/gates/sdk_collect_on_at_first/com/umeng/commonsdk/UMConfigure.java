package com.umeng.commonsdk;

import android.content.Context;
import android.telephony.TelephonyManager;

public final class UMConfigure {
    public static void start(Context c) {
        if (c.getSharedPreferences("um", Context.MODE_PRIVATE).getBoolean("collect", true)) {
            ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
        }
    }

    public static void setCollect(Context c, boolean on) {
        c.getSharedPreferences("um", Context.MODE_PRIVATE).edit().putBoolean("collect", on).apply();
    }
}
