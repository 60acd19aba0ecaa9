package cn.privlens.suite.url_encoder_other;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        new Thread(() -> {
            try {
                String q = URLEncoder.encode("空", "UTF-8");
                new URL("https://q.example.com/?k=" + q).openStream().close();
            } catch (IOException e) {
                Log.w("suite", "net");
            }
        }).start();
    }
}
