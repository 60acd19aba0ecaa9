package com.tencent.bugly.crashreport;

import android.content.Context;
import android.telephony.TelephonyManager;

public final class CrashReport {
    private static Context kept;

    private CrashReport() {}

    public static void initCrashReport(Context context, String appId, boolean debug) {
        kept = context;
        new Thread(new Runnable() {
            @Override
            public void run() {
                ((TelephonyManager) kept.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number();
            }
        }).start();
    }
}
