package com.qq.e.comm.managers;

import android.content.Context;

/** Written for this sample: stands under the package name of an ad SDK; no line of it is in it. */
public final class GDTAdSdk {
    private GDTAdSdk() {}

    private static String seen = "";

    public static void start(Context context) {
        seen = android.provider.Settings.Secure.getString(context.getContentResolver(), "android_id");
    }

    public static int length() {
        return seen.length();
    }
}
