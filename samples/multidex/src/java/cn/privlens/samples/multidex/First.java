package cn.privlens.samples.multidex;

import android.content.Context;
import android.telephony.TelephonyManager;

/** In the first DEX file; only code of the second one and of the split calls it. */
public final class First {
    private First() {}

    public static String subscriber(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getSubscriberId();
    }

    public static String number(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getLine1Number();
    }

    /** Nothing calls it. */
    public static String unused(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getSimSerialNumber();
    }
}
