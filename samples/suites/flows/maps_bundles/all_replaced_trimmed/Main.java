package cn.privlens.suite.all_replaced_trimmed;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, String> fields = new HashMap<>();
        fields.put("phone", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        fields.put("city", "上海");
        fields.replaceAll((k, v) -> v == null ? "" : v.trim());
        Log.i("suite", fields.toString());
    }
}
