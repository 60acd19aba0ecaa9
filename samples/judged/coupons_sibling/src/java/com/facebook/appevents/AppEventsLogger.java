package com.facebook.appevents;

import android.content.Context;
import android.provider.Settings;

/** Written for this sample: stands under the package name of the Facebook SDK; no line of the real SDK is in it. */
public final class AppEventsLogger {
    private static String seen = "";

    private AppEventsLogger() {}

    public static void init(Context context) {
        seen = androidId(context);
    }

    public static int length() {
        return seen.length();
    }

    /** The Android ID. */
    static String androidId(Context context) {
        return Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
