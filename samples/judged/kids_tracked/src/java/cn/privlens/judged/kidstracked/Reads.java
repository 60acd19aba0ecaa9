package cn.privlens.judged.kidstracked;

import android.content.Context;
import android.telephony.TelephonyManager;

/** The places where this app reads personal information. */
final class Reads {
    private Reads() {}

    /** The IMEI. */
    static String imei(Context context) {
        TelephonyManager phone = (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
        return phone.getDeviceId();
    }
}
