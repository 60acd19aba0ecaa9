package cn.privlens.suite.helper_path_added;

import android.app.*;
import android.content.*;
import android.location.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import android.util.*;
import android.view.*;
import android.webkit.*;
import android.widget.*;
import java.io.*;
import java.net.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.regex.*;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        send("/v1?x=", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        to("https://third.example.com", android.provider.Settings.Secure.getString(getContentResolver(), "android_id"));
        to("https://fourth.example.com", "none");
    }
    static void post(final String address, final String body) {
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    HttpURLConnection c = (HttpURLConnection) new URL(address).openConnection();
                    c.setDoOutput(true);
                    OutputStream out = c.getOutputStream();
                    out.write(body.getBytes("UTF-8"));
                    out.close();
                    c.getResponseCode();
                } catch (IOException e) {
                    Log.w("suite", "net");
                }
            }
        }).start();
    }
    static final String BASE = "https://base.example.com";
    private static void send(String path, String value) { post(BASE + path + System.currentTimeMillis(), value); }
    private static void to(String server, String value) { post(server + "/v2/" + System.nanoTime(), value); }
}
