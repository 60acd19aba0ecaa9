package com.umeng.analytics;

import android.content.Context;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class AnalyticsPool {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

    private AnalyticsPool() {}

    public static void submit(Context context, Runnable task) {
        POOL.execute(new SizeTask(context));
        POOL.execute(task);
    }
}
