package cn.privlens.suite.relay_swaps_keys_other;

import android.app.Activity;
import android.content.Intent;
import android.net.wifi.WifiManager;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WifiManager wifi = (WifiManager) getSystemService(WIFI_SERVICE);
        Intent go = new Intent(this, Relay.class);
        go.putExtra("a", wifi.getConnectionInfo().getMacAddress());
        go.putExtra("b", "zh");
        startActivity(go);
    }
}
