package cn.privlens.suite.nested_map;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, Map<String, String>> all = new HashMap<>();
        all.put("dev", new HashMap<>());
        all.put("app", new HashMap<>());
        all.get("dev").put("id", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        all.get("app").put("id", "demo");
        SmsManager.getDefault().sendTextMessage("10690000", null, all.get("dev").get("id"), null, null);
    }
}
