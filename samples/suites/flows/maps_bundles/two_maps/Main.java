package cn.privlens.suite.two_maps;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    private final Map<String, String> user = new HashMap<>();
    private final Map<String, String> device = new HashMap<>();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        device.put("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        user.put("id", "guest");
        print(device);
    }
    private void print(Map<String, String> m) {
        Log.i("suite", m.get("id"));
    }
}
