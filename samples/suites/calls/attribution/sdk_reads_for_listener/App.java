package cn.privlens.suite.sdk_reads_for_listener;

import android.app.Application;
import com.igexin.sdk.PushManager;

public class App extends Application implements PushManager.Listener {
    @Override
    public void onCreate() {
        super.onCreate();
        PushManager.initialize(this, this);
    }

    @Override
    public String onId(String id) {
        return id;
    }
}
