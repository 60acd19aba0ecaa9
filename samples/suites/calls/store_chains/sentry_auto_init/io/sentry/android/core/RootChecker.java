package io.sentry.android.core;

import android.app.ActivityManager;
import android.content.Context;

public class RootChecker {
    private final Context context;
    public RootChecker(Context context) { this.context = context; }
    public void probe() {
        ActivityManager am = (ActivityManager) context.getSystemService(Context.ACTIVITY_SERVICE);
        am.getRunningAppProcesses();
    }
}
