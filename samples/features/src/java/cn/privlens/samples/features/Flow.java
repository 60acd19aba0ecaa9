package cn.privlens.samples.features;

import android.content.Context;
import android.telephony.TelephonyManager;

/** Reads in handlers, in clean-up code and in the cases of switches. */
final class Flow {
    private Flow() {}

    private static TelephonyManager phone(Context context) {
        return (TelephonyManager) context.getSystemService("phone");
    }

    static String caught(Context context) {
        try {
            return phone(context).getImei();
        } catch (SecurityException refused) {
            return phone(context).getSubscriberId();
        }
    }

    static int cleanedUp(Context context) {
        try {
            return Integer.parseInt(context.getPackageName());
        } finally {
            phone(context).getLine1Number();
        }
    }

    static String packed(Context context, int choice) {
        switch (choice) {
            case 0:
                return "none";
            case 1:
                return phone(context).getDeviceId();
            case 2:
                return phone(context).getSimSerialNumber();
            default:
                return "";
        }
    }

    static String sparse(Context context, int choice) {
        switch (choice) {
            case -70000:
                return phone(context).getMeid();
            case 5:
                return "five";
            case 90000:
                return String.valueOf(phone(context).getCellLocation());
            default:
                return "";
        }
    }
}
