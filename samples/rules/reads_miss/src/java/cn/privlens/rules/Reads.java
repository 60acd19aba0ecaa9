package cn.privlens.rules;

import android.content.Context;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The Android ID. */
    static String androidId(Context context) {
        return android.provider.Settings.Secure.getString(context.getContentResolver(), "android_id");
    }

    /** The model of the device. */
    static String model() {
        return android.os.Build.MODEL;
    }
}
