package cn.privlens.suite.service_not_started;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        getResources().getConfiguration();
    }
}
