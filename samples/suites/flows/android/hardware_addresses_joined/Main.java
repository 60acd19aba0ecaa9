package cn.privlens.suite.hardware_addresses_joined;

import android.app.Activity;
import android.content.IntentFilter;
import android.net.wifi.WifiManager;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        registerReceiver(new Seen(), new IntentFilter(WifiManager.NETWORK_STATE_CHANGED_ACTION));
    }
}
