package cn.privlens.suite.row_writes_into_table;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Table t = new Table();
        t.row(1).set(0, ((WifiManager) getSystemService(WIFI_SERVICE)).getConnectionInfo().getMacAddress());
        Log.d("table", t.cell(1, 0));
    }
}
