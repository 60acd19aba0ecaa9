package cn.privlens.suite.table_of_handlers_same_word;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.util.Log;
import android.widget.Button;

public class Main extends Activity {
    private final Hub hub = new Hub();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        hub.when("上报", new Hub.Handler() {
            @Override
            public void on(Activity page) {
                WifiManager wifi = (WifiManager) page.getSystemService(WIFI_SERVICE);
                Log.i("suite", wifi.getConnectionInfo().getMacAddress());
            }
        }).when("帮助", page -> Log.i("suite", "help"));
        Button go = new Button(this);
        go.setOnClickListener(view -> hub.fire("上报", this));
        setContentView(go);
    }
}
