package cn.privlens.suite.sdk_init_with_switch;

import android.app.Application;
import com.umeng.commonsdk.UMConfigure;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        UMConfigure.preInit(this, "k", "c");
        {
            UMConfigure.init(this, "k", "c", 1, null);
        }
    }
}
