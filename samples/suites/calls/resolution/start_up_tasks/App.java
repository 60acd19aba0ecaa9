package cn.privlens.suite.start_up_tasks;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Tasks.add(new Tasks.Theme());
        Tasks.add(new Tasks.Device());
        Tasks.run(this);
    }
}
