package cn.privlens.suite.map_compute;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    private final Map<String, String> cache = new HashMap<>();
    private String id(String key) { return cache.computeIfAbsent(key, k -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId()); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", id("sim") + id("sim"));
    }
}
