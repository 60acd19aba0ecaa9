package cn.privlens.suite.map_entries;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.LinkedHashMap;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("os", "android");
        m.put("sim", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        StringBuilder q = new StringBuilder();
        for (Map.Entry<String, Object> e : m.entrySet()) {
            q.append(e.getKey()).append('=').append(e.getValue()).append('&');
        }
        Log.i("suite", q.toString());
    }
}
