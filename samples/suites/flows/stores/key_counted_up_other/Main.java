package cn.privlens.suite.key_counted_up_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private static String key(int n) { return "slot" + (n + 1); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getSharedPreferences("config", MODE_PRIVATE).edit().putString(key(0), ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber()).putString(key(1), "empty").apply();
    }
    @Override
    protected void onStop() {
        super.onStop();
        Log.i("suite", getSharedPreferences("config", MODE_PRIVATE).getString("slot2", ""));
    }
}
