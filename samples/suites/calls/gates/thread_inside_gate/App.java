package cn.privlens.suite.thread_inside_gate;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        boolean agreed = getSharedPreferences("config", MODE_PRIVATE).getBoolean("privacy_agreed", false);
        if (agreed) {
            new Thread(() -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).start();
        }
    }
}
