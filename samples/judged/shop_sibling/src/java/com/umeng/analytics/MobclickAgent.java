package com.umeng.analytics;

import android.content.Context;
import android.provider.Settings;
import android.telephony.TelephonyManager;

/** Written for this sample: stands under the package name of Umeng Analytics; no line of the real SDK is in it. */
public final class MobclickAgent {
    private static String seen = "";

    private MobclickAgent() {}

    public static void init(Context context) {
        seen = androidId(context) + imei(context);
    }

    public static int length() {
        return seen.length();
    }

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
