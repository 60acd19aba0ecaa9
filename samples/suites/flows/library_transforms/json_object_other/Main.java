package cn.privlens.suite.json_object_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;
import org.json.JSONException;
import org.json.JSONObject;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            JSONObject o = new JSONObject();
            o.put("imei", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
            o.put("标题", "测试");
            JSONObject back = new JSONObject(o.toString());
            SmsManager.getDefault().sendTextMessage("10690000", null, o.getString("标题"), null, null);
            setTitle(back.optString("标题"));
        } catch (JSONException e) {
            Log.w("suite", "json");
        }
    }
}
