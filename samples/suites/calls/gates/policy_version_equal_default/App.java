package cn.privlens.suite.policy_version_equal_default;

import android.app.Application;
import android.net.wifi.WifiManager;

public class App extends Application {
    static String mac;

    @Override
    public void onCreate() {
        super.onCreate();
        PrivacyStore store = new PrivacyStore(this);
        if (!store.isCurrent()) {
            return;
        }
        initServices();
    }

    void initServices() {
        WifiManager wifi = (WifiManager) getSystemService(WIFI_SERVICE);
        mac = wifi.getConnectionInfo().getMacAddress();
    }
}
