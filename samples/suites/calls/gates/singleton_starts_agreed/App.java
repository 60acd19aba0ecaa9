package cn.privlens.suite.singleton_starts_agreed;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (!Consent.of(this).agreed()) {
            return;
        }
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
    }
}
