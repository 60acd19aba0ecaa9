package com.umeng.analytics;

import android.content.Context;
import android.telephony.TelephonyManager;

final class CardTask implements Runnable {
    private final Context context;

    CardTask(Context context) {
        this.context = context.getApplicationContext();
    }

    @Override
    public void run() {
        ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber();
    }
}
