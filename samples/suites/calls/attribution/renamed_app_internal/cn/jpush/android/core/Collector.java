package cn.jpush.android.core;

import android.content.Context;
import android.telephony.TelephonyManager;

public class Collector {
    public void collect(Context c) {
        ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber();
    }
}
