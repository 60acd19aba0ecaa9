package cn.privlens.suite.sdk_provider_starts_too;

import android.app.Application;
import com.umeng.commonsdk.suite.Sdk;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (getSharedPreferences("app", MODE_PRIVATE).getBoolean("is_agree_privacy", false)) {
            Sdk.init("5f2301");
        }
    }
}
