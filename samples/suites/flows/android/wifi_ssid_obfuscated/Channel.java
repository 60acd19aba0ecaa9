package cn.privlens.suite.wifi_ssid_obfuscated;

import android.util.Log;
import java.util.HashMap;
import java.util.Map;

class Channel {
    private final Map<String, String> pending = new HashMap<>();
    void add(String k, String v) { pending.put(k, v); }
    void flush() {
        for (String v : pending.values()) {
            Log.i("suite", v);
        }
        pending.clear();
    }
}
