package com.google.firebase.perf.session.gauges;

import android.app.ActivityManager;
import android.content.Context;
import android.os.Process;

public class GaugeMetadataManager {
    private final Context context;
    public GaugeMetadataManager(Context context) { this.context = context; }
    public String getCurrentProcessName() {
        ActivityManager am = (ActivityManager) context.getSystemService(Context.ACTIVITY_SERVICE);
        for (ActivityManager.RunningAppProcessInfo p : am.getRunningAppProcesses()) {
            if (p.pid == Process.myPid()) {
                return p.processName;
            }
        }
        return "";
    }
}
