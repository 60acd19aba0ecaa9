package cn.privlens.suite.prefs_key_in_resource_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getSharedPreferences("p", MODE_PRIVATE).edit().putString(getString(R.string.key_id), ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).apply();
    }

    @Override
    protected void onStop() {
        String text = getSharedPreferences("p", MODE_PRIVATE).getString(getString(R.string.key_theme), "");
        Log.i("suite", text);
        super.onStop();
    }
}
