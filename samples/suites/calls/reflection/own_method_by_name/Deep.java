package cn.privlens.suite.own_method_by_name;

import android.content.Context;
import android.telephony.TelephonyManager;

public class Deep {
    public void go(Context c) { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
    public void stay(Context c) { c.getPackageName(); }
}
