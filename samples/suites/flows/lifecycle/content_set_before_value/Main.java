package cn.privlens.suite.content_set_before_value;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.util.Log;
import android.widget.LinearLayout;

public class Main extends Activity {
    private String card = "空";

    @Override
    public void onContentChanged() {
        super.onContentChanged();
        Log.i("content", card);
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(new LinearLayout(this));
        card = ((WifiManager) getSystemService(WIFI_SERVICE)).getConnectionInfo().getSSID();
    }
}
