package cn.privlens.suite.static_init_method;

import android.app.Application;

public class App extends Application {
    static App self;

    @Override
    public void onCreate() {
        super.onCreate();
        self = this;
        System.setProperty("suite.subscriber.key", Subscriber.KEY + Subscriber.isThere());
    }
}
