package cn.privlens.suite.sdk_reads_app_calls;

import android.app.Application;
import com.igexin.sdk.PushManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        PushManager.getInstance().initialize(this);

    }
}
