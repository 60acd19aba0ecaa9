package cn.privlens.suite.consent_state_enum;

import android.content.Context;
import android.telephony.TelephonyManager;

final class Tracker {
    private static String subscriber;

    private Tracker() {}

    static void start(Context context) {
        TelephonyManager tm = (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
        subscriber = tm.getSubscriberId();
        new Thread(() -> report(subscriber)).start();
    }

    private static void report(String text) {
        if (text != null) {
            System.setProperty("tracker.ready", "1");
        }
    }
}
