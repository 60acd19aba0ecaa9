package com.google.android.gms.common;

import android.content.Context;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;

public class GooglePlayServicesUtilLight {
    public static int isGooglePlayServicesAvailable(Context c) {
        try {
            PackageInfo p = c.getPackageManager().getPackageInfo("com.android.vending", 64);
            return p.versionCode;
        } catch (PackageManager.NameNotFoundException e) {
            return -1;
        }
    }
}
