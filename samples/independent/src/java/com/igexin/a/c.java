package com.igexin.a;

import android.content.Context;
import android.telephony.TelephonyManager;

/** The first way. */
final class c implements a {
    @Override
    public String a(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getDeviceId();
    }
}
