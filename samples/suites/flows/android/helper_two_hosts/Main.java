package cn.privlens.suite.helper_two_hosts;

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
        post("https://one.example.com/a", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        post("https://two.example.com/b", android.provider.Settings.Secure.getString(getContentResolver(), "android_id"));
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
}
