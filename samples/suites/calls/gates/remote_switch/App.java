package cn.privlens.suite.remote_switch;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        RemoteConfig config = new RemoteConfig(this);
        if (config.isOn("collect_device")) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        }
        new Thread(config::refresh).start();
    }
}
