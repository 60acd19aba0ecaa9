package com.igexin.sdk;

import android.content.Context;
import android.telephony.TelephonyManager;

public final class PushManager {
    public interface Listener {
        String onId(String id);
    }

    public static void initialize(Context c, Listener l) {
        String id = l.onId(((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId());
        c.getSharedPreferences("getui", Context.MODE_PRIVATE).edit().putInt("size", id.length()).apply();
    }
}
