package cn.privlens.suite.agreed_flag_plain;

import android.app.Application;
import android.content.SharedPreferences;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        SharedPreferences p = getSharedPreferences("config", MODE_PRIVATE);
        if (p.getBoolean("agreement_accepted", false)) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        }
        p.edit().putBoolean("first_run", false).apply();
    }
}
