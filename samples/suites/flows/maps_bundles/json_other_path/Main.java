package cn.privlens.suite.json_other_path;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import org.json.JSONException;
import org.json.JSONObject;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            JSONObject root = new JSONObject()
                    .put("device", new JSONObject().put("id", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)))
                    .put("app", new JSONObject().put("name", "demo").put("v", 2));
            Net.post(root.getJSONObject("app").toString());
        } catch (JSONException e) {
            setTitle("e");
        }
    }
}
