package com.igexin.sdk;

import android.content.Context;
import android.os.Handler;
import android.os.Looper;
import android.telephony.TelephonyManager;

public final class PushManager {
    private static final PushManager ONE = new PushManager();

    private PushManager() {}

    public static PushManager getInstance() {
        return ONE;
    }

    public void initialize(final Context context) {
        new Handler(Looper.getMainLooper()).post(new Runnable() {
            @Override
            public void run() {
                ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number();
            }
        });
    }
}
