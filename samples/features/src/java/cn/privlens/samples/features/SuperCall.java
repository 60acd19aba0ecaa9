package cn.privlens.samples.features;

import android.content.Context;
import android.telephony.TelephonyManager;

/** The override calls the overridden method, which reads. */
class SuperCall {
    String load(Context context) {
        return ((TelephonyManager) context.getSystemService("phone")).getSimSerialNumber();
    }

    static final class Child extends SuperCall {
        @Override
        String load(Context context) {
            return "sim:" + super.load(context);
        }
    }

    /** Overrides without the super call, so its caller reads nothing. */
    static final class Quiet extends SuperCall {
        @Override
        String load(Context context) {
            return "";
        }
    }

    static String run(Context context) {
        return new Child().load(context);
    }
}
