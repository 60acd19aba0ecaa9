package cn.privlens.samples.features;

import android.content.Context;

/** Calls by name, with constant names and with a name that only running the code tells. */
final class Reflected {
    private Reflected() {}

    static void run(Context context) {
        try {
            publicMethod(context);
            property();
            hidden(context);
            computed(context);
        } catch (ReflectiveOperationException missing) {
            // The device does not have it.
        }
    }

    private static Object publicMethod(Context context) throws ReflectiveOperationException {
        return Class.forName("android.telephony.TelephonyManager")
                .getMethod("getDeviceId")
                .invoke(context.getSystemService("phone"));
    }

    private static Object property() throws ReflectiveOperationException {
        return Class.forName("android.os.SystemProperties")
                .getMethod("get", String.class)
                .invoke(null, "ro.serialno");
    }

    private static Object hidden(Context context) throws ReflectiveOperationException {
        return context.getSystemService("phone")
                .getClass()
                .getMethod("getDeviceIdGemini", int.class)
                .invoke(context.getSystemService("phone"), 0);
    }

    private static Object computed(Context context) throws ReflectiveOperationException {
        char[] name = "hfuTvctdsjcfsJe".toCharArray();
        for (int at = 0; at < name.length; at++) {
            name[at]--;
        }
        return context.getSystemService("phone")
                .getClass()
                .getMethod(new String(name))
                .invoke(context.getSystemService("phone"));
    }
}
