package cn.privlens.suite.sdk_starts_itself;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        setTheme(3);
    }
}
