package cn.privlens.suite.wifi_rssi_obfuscated;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Reporter r = new Reporter(new Channel());
        r.report(((WifiManager) getSystemService(WIFI_SERVICE)).getConnectionInfo().getLinkSpeed() + "");
    }
}
