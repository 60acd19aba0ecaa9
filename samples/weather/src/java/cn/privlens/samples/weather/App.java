package cn.privlens.samples.weather;

import android.app.Application;
import com.umeng.commonsdk.UMConfigure;

/** Reads the Android ID as soon as the process starts: before the user can agree to anything. */
public class App extends Application {
    private String visitor;

    @Override
    public void onCreate() {
        super.onCreate();
        visitor = DeviceIds.androidId(this);
        UMConfigure.preInit(this, "000000000000000000000000", "store");
    }

    public String visitor() {
        return visitor;
    }
}
