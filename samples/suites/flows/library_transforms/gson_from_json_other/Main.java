package cn.privlens.suite.gson_from_json_other;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import com.google.gson.Gson;

public class Main extends Activity {
    static class Dev {
        String id;
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String json = "{\"id\":\"" + Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID).length() + "\"}";
        Dev d = new Gson().fromJson(json, Dev.class);
        Log.i("suite", d.id);
    }
}
