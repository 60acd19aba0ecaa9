package cn.privlens.samples.independent;

import android.content.Context;
import android.telephony.TelephonyManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Reflection through helpers, and a proxy. */
final class Mirror {
    private Mirror() {}

    static void run(Context context) {
        fixed("android.os.Build", "getSerial");
        property("ro.serialno");
        fixed("java.lang.System", "lineSeparator");
        on(context.getSystemService("phone"), "getSubscriberId");
        proxied((TelephonyManager) context.getSystemService("phone"));
    }

    /** Calls a static method without arguments. */
    private static Object fixed(String type, String name) {
        try {
            return Class.forName(type).getMethod(name).invoke(null);
        } catch (ReflectiveOperationException absent) {
            return null;
        }
    }

    private static Object property(String name) {
        try {
            Method get = Class.forName("android.os.SystemProperties").getMethod("get", String.class);
            return get.invoke(null, name);
        } catch (ReflectiveOperationException absent) {
            return null;
        }
    }

    /** Calls a method of whatever object is given. */
    private static Object on(Object target, String name) {
        try {
            return target.getClass().getMethod(name).invoke(target);
        } catch (ReflectiveOperationException absent) {
            return null;
        }
    }

    interface 问 {
        String ask();
    }

    private static String proxied(TelephonyManager phone) {
        InvocationHandler handler = (self, method, arguments) -> phone.getSimSerialNumber();
        问 asker =
                (问)
                        Proxy.newProxyInstance(
                                Mirror.class.getClassLoader(), new Class<?>[] {问.class}, handler);
        return asker.ask();
    }
}
