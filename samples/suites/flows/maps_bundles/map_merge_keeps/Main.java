package cn.privlens.suite.map_merge_keeps;

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
        Map<String, String> report = new HashMap<>();
        report.put("who", "guest");
        report.merge("who", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number(), (before, added) -> before);
        SmsManager.getDefault().sendTextMessage("10690000", null, report.get("who"), null, null);
    }
}
