package cn.privlens.samples.features;

import android.content.Context;
import android.telephony.TelephonyManager;

/** Code that is present and that nothing runs. */
final class Dead {
    private Dead() {}

    static String alone(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getDeviceId();
    }

    static String ping(Context context, int left) {
        return left == 0
                ? ((TelephonyManager) context.getSystemService("phone")).getSubscriberId()
                : pong(context, left - 1);
    }

    static String pong(Context context, int left) {
        return ping(context, left);
    }
}
