package cn.privlens.suite.log_wrapper_debug_on;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Logger.setTag("suite");
        Logger.setDebug(true);
    }
}
