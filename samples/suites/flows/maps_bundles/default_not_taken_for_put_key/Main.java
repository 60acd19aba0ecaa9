package cn.privlens.suite.default_not_taken_for_put_key;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.HashMap;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String card = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        Bundle options = new Bundle();
        options.putString("owner", "visitor");
        Map<String, String> labels = new HashMap<>();
        labels.put("owner", "guest");
        Log.i("suite", "owner " + options.getString("owner", card));
        SmsManager.getDefault().sendTextMessage("10690000", null, labels.getOrDefault("owner", card), null, null);
    }
}
