package cn.privlens.suite.key_of_other_bytes;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, String> report = new HashMap<>();
        report.put("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        report.put("no", "none");
        byte[] letters = {110, 111};
        SmsManager.getDefault().sendTextMessage("10690000", null, report.get(new String(letters, StandardCharsets.US_ASCII)), null, null);
    }
}
