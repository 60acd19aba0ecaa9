package cn.privlens.suite.push_sdk_started;

import android.app.Application;
import com.igexin.sdk.PushManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        PushManager.getInstance().initialize(this);
    }
}
