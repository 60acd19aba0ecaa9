package cn.privlens.suite.device_json_task_hello;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import org.json.JSONException;
import org.json.JSONObject;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        JSONObject device = new JSONObject();
        JSONObject hello = new JSONObject();
        try {
            TelephonyManager tm = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
            device.put("imei", tm.getDeviceId());
            device.put("number", tm.getLine1Number());
            hello.put("app", getPackageName());
            hello.put("v", 3);
        } catch (JSONException e) {
            return;
        }
        new PostTask("https://stat.example.com/a").execute(hello);
    }
}
