package com.igexin.sdk;

import android.content.Context;
import android.telephony.TelephonyManager;

public class Core {
    public static void run(Context c) {
        ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
    }
}
