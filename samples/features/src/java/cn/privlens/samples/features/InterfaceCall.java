package cn.privlens.samples.features;

import android.content.Context;
import android.telephony.TelephonyManager;

/** The call is through an interface with two implementations, of which one is ever made. */
final class InterfaceCall {
    private InterfaceCall() {}

    interface Source {
        String id(Context context);
    }

    static final class Made implements Source {
        @Override
        public String id(Context context) {
            return ((TelephonyManager) context.getSystemService("phone")).getSubscriberId();
        }
    }

    static final class NeverMade implements Source {
        @Override
        public String id(Context context) {
            return ((TelephonyManager) context.getSystemService("phone")).getSimSerialNumber();
        }
    }

    static String run(Context context) {
        return ask(new Made(), context);
    }

    private static String ask(Source source, Context context) {
        return source.id(context);
    }
}
