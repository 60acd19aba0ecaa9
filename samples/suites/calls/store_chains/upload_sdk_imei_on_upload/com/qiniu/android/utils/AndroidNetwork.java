package com.qiniu.android.utils;

import android.content.Context;
import android.telephony.TelephonyManager;

public final class AndroidNetwork {
    public static Context app;
    static String id;
    public static void up() {
        id = ((TelephonyManager) app.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
    public static void touch() {}
}
