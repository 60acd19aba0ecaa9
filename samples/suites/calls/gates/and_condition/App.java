package cn.privlens.suite.and_condition;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        boolean vip = getSharedPreferences("config", MODE_PRIVATE).getBoolean("vip", false);
        if (getSharedPreferences("config", MODE_PRIVATE).getBoolean("agree", false) && vip) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        }
    }
}
