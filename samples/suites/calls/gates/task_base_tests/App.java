package cn.privlens.suite.task_base_tests;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        GuardedTask task = new DeviceTask(this);
        task.start();
    }
}
