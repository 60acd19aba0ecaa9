package io.sentry.android.core.internal.util;

import android.content.Context;
import android.content.pm.PackageManager;

public class RootChecker {
    private static final String[] PACKAGES = {"com.devadvance.rootcloak", "com.koushikdutta.superuser", "eu.chainfire.supersu"};
    private final Context context;
    public RootChecker(Context context) { this.context = context; }
    public boolean isDeviceRooted() {
        PackageManager pm = context.getPackageManager();
        for (String name : PACKAGES) {
            try {
                pm.getPackageInfo(name, 0);
                return true;
            } catch (PackageManager.NameNotFoundException e) {
                continue;
            }
        }
        return false;
    }
}
