package cn.privlens.suite.first_run_flag;

import android.app.Application;
import android.content.SharedPreferences;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        SharedPreferences p = getSharedPreferences("config", MODE_PRIVATE);
        if (!p.getBoolean("first_run", true)) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        }
        p.edit().putBoolean("first_run", false).apply();
    }
}
