package com.umeng.commonsdk;

import android.content.Context;
import android.provider.Settings;

public final class UMConfigure {
    public static void setId(Context c, String id) {
        String known = id == null ? Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID) : id;
        c.getSharedPreferences("um", Context.MODE_PRIVATE).edit().putBoolean("known", known != null).apply();
    }
}
