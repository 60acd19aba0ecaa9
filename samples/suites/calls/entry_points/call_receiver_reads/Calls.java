package cn.privlens.suite.call_receiver_reads;

import android.content.Context;
import android.content.SharedPreferences;
import android.telephony.TelephonyManager;

final class Calls {
    private Calls() {}

    static void count(Context context) {
        SharedPreferences kept = context.getSharedPreferences("calls", Context.MODE_PRIVATE);
        kept.edit().putInt("count", kept.getInt("count", 0) + 1).apply();
    }

    static String card(Context context) {
        return ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
    }
}
