package cn.privlens.suite.sdk_asks_listener;

import android.app.Application;
import android.telephony.TelephonyManager;
import com.igexin.sdk.PushManager;

public class App extends Application implements PushManager.Listener {
    @Override
    public void onCreate() {
        super.onCreate();
        PushManager.initialize(this, this);
    }

    @Override
    public String onId(String id) {
        return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
