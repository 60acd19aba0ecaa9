package cn.privlens.suite.sdk_started_by_app;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        com.igexin.sdk.Core.run(this);
    }
}
