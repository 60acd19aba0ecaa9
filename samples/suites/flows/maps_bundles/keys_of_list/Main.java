package cn.privlens.suite.keys_of_list;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    private static final String[] KEYS = {"page", "id"};

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, String> all = new HashMap<>();
        all.put("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        all.put("page", "main");
        all.put("lang", "zh");
        StringBuilder out = new StringBuilder();
        for (String key : KEYS) {
            out.append(key).append('=').append(all.get(key)).append(';');
        }
        Log.i("suite", out.toString());
    }
}
