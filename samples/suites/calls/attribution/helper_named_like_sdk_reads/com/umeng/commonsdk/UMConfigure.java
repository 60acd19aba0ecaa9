package com.umeng.commonsdk;

import android.content.Context;

public final class UMConfigure {
    public static void setId(Context c, String id) {
        String known = id;
        c.getSharedPreferences("um", Context.MODE_PRIVATE).edit().putBoolean("known", known != null).apply();
    }
}
