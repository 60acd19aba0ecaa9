package cn.privlens.suite.lifecycle_callbacks_agreed;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (getSharedPreferences("app", MODE_PRIVATE).getBoolean("agree_privacy_policy", false)) {
            watch();
        }
    }

    void watch() {
        registerActivityLifecycleCallbacks(new Foreground());
    }
}
