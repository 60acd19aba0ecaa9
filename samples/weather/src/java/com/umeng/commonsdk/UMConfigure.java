package com.umeng.commonsdk;

import android.content.Context;
import com.umeng.analytics.Collector;

/** Written for this sample: stands where a bundled SDK would, under that SDK's package name. */
public final class UMConfigure {
    private static String appKey;
    private static String channel;

    private UMConfigure() {}

    /** Only remembers its arguments. */
    public static void preInit(Context context, String key, String store) {
        appKey = key;
        channel = store;
    }

    public static void init(Context context) {
        new Thread(new Collector(context.getApplicationContext(), appKey + channel)).start();
    }
}
