package com.igexin.a;

import android.content.Context;
import android.os.Build;

/** The third way. */
final class e implements a {
    @Override
    public String a(Context context) {
        return Build.VERSION.SDK_INT < 26 ? Build.SERIAL : b();
    }

    private static String b() {
        try {
            return Build.getSerial();
        } catch (SecurityException refused) {
            return Build.UNKNOWN;
        }
    }
}
