package cn.privlens.judged.kidsguarded;

import android.content.Context;
import android.provider.Settings;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The Android ID. */
    static String androidId(Context context) {
        return Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
