package cn.privlens.samples.features;

import android.content.Context;
import android.telephony.TelephonyManager;

/** Its only caller is a disabled receiver. */
final class OnlyFromDisabled {
    private OnlyFromDisabled() {}

    static String read(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getLine1Number();
    }
}
