package cn.privlens.suite.skip_list_holds_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TelephonyManager tm = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        final String query = new Query().with("did", tm.getDeviceId()).with("v", "2").join();
        new Thread(() -> {
            try (InputStream in = new URL("https://api.example.com/home" + query).openStream()) {
                setResult(in.read());
            } catch (IOException e) {
                setResult(RESULT_CANCELED);
            }
        }).start();
    }
}
