package cn.privlens.suite.gate_in_callee;

import android.content.Context;
import android.telephony.TelephonyManager;

final class Starter {
    static void go(Context c) {
        if (!c.getSharedPreferences("config", Context.MODE_PRIVATE).getBoolean("privacy_agreed", false)) {
            return;
        }
        ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number();
    }
}
