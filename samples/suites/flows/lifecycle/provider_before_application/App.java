package cn.privlens.suite.provider_before_application;

import android.app.Application;
import android.util.Log;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Log.i("app", Shared.id);
    }
}
