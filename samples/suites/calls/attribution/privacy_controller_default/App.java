package cn.privlens.suite.privacy_controller_default;

import android.app.Application;
import com.bytedance.sdk.openadsdk.suite.AdSdk;
import com.bytedance.sdk.openadsdk.suite.PrivacyController;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        AdSdk.shared().init(this, new PrivacyController() {
            @Override
            public boolean personal() {
                return false;
            }
        });
    }
}
