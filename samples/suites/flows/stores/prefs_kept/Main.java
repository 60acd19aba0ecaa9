package cn.privlens.suite.prefs_kept;

import android.app.Activity;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SharedPreferences p = getPreferences(MODE_PRIVATE);
        p.edit().putString("a", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId()).commit();
        p.edit().remove("b").commit();
        Log.i("suite", p.getString("a", "gone"));
    }
}
