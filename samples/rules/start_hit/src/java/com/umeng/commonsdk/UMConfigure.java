package com.umeng.commonsdk;

import android.content.Context;

/** Written for this sample: stands under the package name of Umeng; no line of the real SDK is in it. */
public final class UMConfigure {
    private static String key = "";

    private UMConfigure() {}

    public static void init(Context context, String appKey, String channel, int type, String secret) {
        key = appKey + channel + type + secret + context.getPackageName();
    }

    public static String key() {
        return key;
    }
}
