package com.igexin.sdk;

import android.content.Context;

public final class PushManager {
    public interface Listener {
        String onId(String id);
    }

    public static void initialize(Context c, Listener l) {
        String id = l.onId(c.getPackageName());
        c.getSharedPreferences("getui", Context.MODE_PRIVATE).edit().putInt("size", id.length()).apply();
    }
}
