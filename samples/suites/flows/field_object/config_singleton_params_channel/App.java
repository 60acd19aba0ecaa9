package cn.privlens.suite.config_singleton_params_channel;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Config.instance().init(this);
    }
}
