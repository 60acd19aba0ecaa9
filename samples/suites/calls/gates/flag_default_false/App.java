package cn.privlens.suite.flag_default_false;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (getSharedPreferences("config", MODE_PRIVATE).getBoolean("privacy_agreed", false)) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        }
    }
}
