package cn.privlens.suite.preference_change;

import android.app.Activity;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity implements SharedPreferences.OnSharedPreferenceChangeListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getSharedPreferences("config", MODE_PRIVATE).registerOnSharedPreferenceChangeListener(this);
        getSharedPreferences("config", MODE_PRIVATE).edit().putInt("starts", 1).apply();
    }
    @Override
    public void onSharedPreferenceChanged(SharedPreferences p, String key) { ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(); }
}
