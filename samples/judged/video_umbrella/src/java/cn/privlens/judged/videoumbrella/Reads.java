package cn.privlens.judged.videoumbrella;

import android.content.Context;
import android.provider.Settings;
import android.telephony.TelephonyManager;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The Android ID. */
    static String androidId(Context context) {
        return Settings.Secure.getString(context.getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    /** The IMEI. */
    static String imei(Context context) {
        TelephonyManager phone = (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
        return phone.getDeviceId();
    }
}
