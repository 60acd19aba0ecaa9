package cn.privlens.suite.preference_click;

import android.app.Activity;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;

public class Main extends Activity implements SharedPreferences.OnSharedPreferenceChangeListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getSharedPreferences("config", MODE_PRIVATE).registerOnSharedPreferenceChangeListener(this);
        Button b = new Button(this);
        b.setOnClickListener(v -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        setContentView(b);
    }
    @Override
    public void onSharedPreferenceChanged(SharedPreferences p, String key) { setTitle(key); }
}
