package cn.privlens.suite.map_overwritten;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.Map;
import java.util.TreeMap;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, String> m = new TreeMap<>();
        m.put("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        m.put("id", "");
        SmsManager.getDefault().sendTextMessage("10690000", null, "id=" + m.get("id"), null, null);
    }
}
