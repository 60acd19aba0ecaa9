package cn.privlens.suite.prefs_get_all;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.Map;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getSharedPreferences("dev", 0).edit().putString("i", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).apply();
        getSharedPreferences("ui", 0).edit().putString("t", "dark").apply();
        for (Map.Entry<String, ?> e : getSharedPreferences("dev", 0).getAll().entrySet()) {
            Log.i("suite", e.getKey() + "=" + e.getValue());
        }
    }
}
