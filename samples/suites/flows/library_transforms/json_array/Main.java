package cn.privlens.suite.json_array;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        JSONArray list = new JSONArray();
        try {
            list.put(new JSONObject().put("id", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)));
            JSONObject o = list.getJSONObject(0);
            Log.i("suite", o.getString("id"));
        } catch (JSONException e) {
            Log.w("suite", "json");
        }
    }
}
