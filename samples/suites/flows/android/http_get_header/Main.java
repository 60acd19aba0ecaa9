package cn.privlens.suite.http_get_header;

import android.app.Activity;
import android.os.AsyncTask;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;

public class Main extends Activity {
    private static final String HOST = "http://track.example.net";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        AsyncTask.execute(() -> {
            try {
                String address = HOST + "/p?u=" + "guest" + id.length();
                URLConnection c = new URL(address).openConnection();
                c.setRequestProperty("X-Lang", "zh");
                c.getInputStream().close();
            } catch (IOException e) {
                Log.w("suite", "net");
            }
        });
    }
}
