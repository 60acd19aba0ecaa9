package cn.privlens.suite.name_built_other;

import android.content.Context;
import android.telephony.TelephonyManager;

public class Read {
    public String get(Context c) { return ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
}
