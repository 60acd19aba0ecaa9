package cn.privlens.suite.privacy_controller_answers;

import android.app.Application;
import android.content.Context;
import android.telephony.TelephonyManager;
import com.bytedance.sdk.openadsdk.suite.AdSdk;
import com.bytedance.sdk.openadsdk.suite.PrivacyController;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        AdSdk.shared().init(this, new PrivacyController() {
            @Override
            public String deviceId(Context context) {
                return ((TelephonyManager) context.getSystemService(TELEPHONY_SERVICE)).getDeviceId();
            }
        });
    }
}
