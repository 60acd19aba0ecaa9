package com.google.firebase.crashlytics.internal.common;

import android.content.Context;
import android.os.Build;
import android.provider.Settings;

public class CommonUtils {
    public static boolean isEmulator(Context c) {
        String id = Settings.Secure.getString(c.getContentResolver(), Settings.Secure.ANDROID_ID);
        return "goldfish".equals(Build.HARDWARE) || id == null;
    }
}
