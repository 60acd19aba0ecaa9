package cn.privlens.rules;

import android.content.Context;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The IMEI. */
    static String imei(Context context) {
        return ((android.telephony.TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
}
