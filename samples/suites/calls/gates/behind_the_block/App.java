package cn.privlens.suite.behind_the_block;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        boolean ok = getSharedPreferences("config", MODE_PRIVATE).getBoolean("agree_privacy", false);
        if (ok) {
            setTheme(1);

        }
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
    }
}
