package cn.privlens.suite.sdk_pre_init;

import android.app.Application;
import com.umeng.commonsdk.UMConfigure;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        UMConfigure.preInit(this, "k", "c");
        if (getSharedPreferences("config", MODE_PRIVATE).getBoolean("privacy_agreed", false)) {
            UMConfigure.init(this, "k", "c", 1, null);
        }
    }
}
