package cn.privlens.suite.sdk_collect_off_at_first;

import android.app.Application;
import com.umeng.commonsdk.UMConfigure;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        UMConfigure.start(this);
    }
}
