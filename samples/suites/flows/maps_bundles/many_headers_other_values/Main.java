package cn.privlens.suite.many_headers_other_values;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final Map<String, List<String>> headers = new TreeMap<>();
        add(headers, "X-App", getPackageName());
        add(headers, "X-Id", "1");
        add(headers, "X-Id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        new Thread(() -> {
            try {
                HttpURLConnection c = (HttpURLConnection) new URL("https://head.example.com/").openConnection();
                for (String v : headers.get("X-App")) {
                    c.addRequestProperty("X-Value", v);
                }
                c.getResponseCode();
            } catch (IOException e) {
                return;
            }
        }).start();
    }

    private static void add(Map<String, List<String>> map, String name, String value) {
        map.computeIfAbsent(name, k -> new ArrayList<>()).add(value);
    }
}
