package com.igexin.sdk;

import android.app.Activity;

public final class Permissions {
    public static final String NEEDED = "android.permission.ACCESS_FINE_LOCATION";

    public static void ask(Activity a) {
        a.setTitle(NEEDED);
    }
}
