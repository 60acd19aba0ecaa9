package cn.privlens.suite.collector_pool_upload;

import android.content.Context;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public final class CollectManager {
    private static volatile CollectManager instance;
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(1, 2, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(64));
    private boolean ready;

    private CollectManager() {}

    public static CollectManager get() {
        if (instance == null) {
            synchronized (CollectManager.class) {
                if (instance == null) {
                    instance = new CollectManager();
                }
            }
        }
        return instance;
    }

    public void init(Context context, String appKey) {
        if (ready) {
            return;
        }
        ready = true;
        DeviceInfo info = DeviceInfo.collect(context, appKey);
        if (info.isUsable()) {
            pool.execute(new UploadTask(info));
        }
    }
}
