package com.igexin.push.core;

import android.content.Context;
import android.telephony.TelephonyManager;

public class Ids {
    private final Context c;
    public Ids(Context c) { this.c = c; }
    public void load() { ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
}
