package cn.privlens.suite.app_reads_sdk_named_field;

import android.app.Application;
import android.telephony.TelephonyManager;
import com.igexin.sdk.PushManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        PushManager.getInstance().initialize(this);
        PushManager.getInstance().setTag(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
