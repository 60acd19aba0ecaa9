package cn.privlens.suite.static_init_start;

import android.content.Context;
import android.telephony.TelephonyManager;

final class Ids {
    static final String VALUE = ((TelephonyManager) Main.app.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber();
}
