package cn.privlens.suite.prefs_default_only;

import android.app.Activity;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.preference.PreferenceManager;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SharedPreferences p = PreferenceManager.getDefaultSharedPreferences(this);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        Log.i("suite", p.getString("sim", id));
    }
}
