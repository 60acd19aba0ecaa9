package cn.privlens.suite.sdk_pool_runs_app_task;

import android.app.Application;
import com.umeng.analytics.AnalyticsPool;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        AnalyticsPool.submit(this, new StartTask(this));
    }
}
