package cn.privlens.suite.map_key_outside_bmp;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.util.HashMap;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        HashMap<String, String> m = new HashMap<>();
        m.put("𠮷", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        m.put("𠮶", "none");
        Log.i("suite", m.get("𠮷"));
    }
}
