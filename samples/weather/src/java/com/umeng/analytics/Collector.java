package com.umeng.analytics;

import android.content.Context;
import android.content.pm.PackageInfo;
import android.telephony.TelephonyManager;
import java.util.List;

/** Written for this sample: reads identifiers and the list of installed apps on a thread of its own. */
public final class Collector implements Runnable {
    private final Context context;
    private final String key;
    private String result = "";

    public Collector(Context context, String key) {
        this.context = context;
        this.key = key;
    }

    @Override
    public void run() {
        result = key + imei() + imsi() + packages();
    }

    private String imei() {
        return phone().getDeviceId();
    }

    private String imsi() {
        return phone().getSubscriberId();
    }

    private int packages() {
        List<PackageInfo> all = context.getPackageManager().getInstalledPackages(0);
        return all.size();
    }

    private TelephonyManager phone() {
        return (TelephonyManager) context.getSystemService("phone");
    }

    public String result() {
        return result;
    }
}
