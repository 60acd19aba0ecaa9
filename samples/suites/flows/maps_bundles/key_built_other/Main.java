package cn.privlens.suite.key_built_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    private static final String PREFIX = "dev_";
    private static String key(String name) { return PREFIX + name; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, String> m = new HashMap<>();
        m.put(key("id"), ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        m.put(key("os"), "14");
        Log.i("suite", m.get("dev_" + "os"));
    }
}
