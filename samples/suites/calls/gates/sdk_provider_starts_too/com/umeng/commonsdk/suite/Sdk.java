package com.umeng.commonsdk.suite;

import android.content.Context;
import android.telephony.TelephonyManager;
import java.util.concurrent.Executors;

public final class Sdk {
    private static Context context;
    private static String device;

    private Sdk() {}

    static void attach(Context c) {
        context = c.getApplicationContext();
    }

    public static void init(String key) {
        if (context == null || key == null) {
            return;
        }
        Executors.newSingleThreadExecutor().execute(new Collect());
    }

    private static final class Collect implements Runnable {
        @Override
        public void run() {
            device = ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
        }
    }
}
