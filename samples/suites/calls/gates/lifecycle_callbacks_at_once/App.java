package cn.privlens.suite.lifecycle_callbacks_at_once;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        watch();
    }

    void watch() {
        registerActivityLifecycleCallbacks(new Foreground());
    }
}
