package cn.privlens.suite.helper_named_like_sdk_reads;

import android.app.Application;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        UmengHelper.init(this);
    }
}
