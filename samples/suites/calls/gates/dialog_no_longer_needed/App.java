package cn.privlens.suite.dialog_no_longer_needed;

import android.app.Application;
import android.net.wifi.WifiManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (!Guide.needed(this)) {
            ((WifiManager) getSystemService(WIFI_SERVICE)).getConnectionInfo().getMacAddress();
        }
    }
}
