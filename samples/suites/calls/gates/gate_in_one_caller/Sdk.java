package cn.privlens.suite.gate_in_one_caller;

import android.content.Context;
import android.telephony.TelephonyManager;

final class Starter {
    static void go(Context c) {

        ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number();
    }
}
