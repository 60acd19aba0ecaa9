package cn.privlens.suite.http_post_body;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

public class Main extends Activity {
    private void post(String body) {
        try {
            HttpURLConnection c = (HttpURLConnection) new URL("https://collect.example.com/v1/dev").openConnection();
            c.setRequestMethod("POST");
            c.setDoOutput(true);
            OutputStream out = c.getOutputStream();
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.close();
            Log.d("suite", "code " + c.getResponseCode());
        } catch (IOException e) {
            Log.w("suite", "net");
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        new Thread(() -> post("imei=" + id)).start();
    }
}
