package cn.privlens.suite.written_when_shown;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (getSharedPreferences("config", MODE_PRIVATE).getBoolean("privacy_ok", false)) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        }
    }
}
