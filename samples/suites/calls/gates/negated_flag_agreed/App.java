package cn.privlens.suite.negated_flag_agreed;

import android.app.Application;
import android.content.SharedPreferences;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        SharedPreferences p = getSharedPreferences("config", MODE_PRIVATE);
        boolean pending = !p.getBoolean("user_agree", false);
        if (!pending) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        }
    }
}
