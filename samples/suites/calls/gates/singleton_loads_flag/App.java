package cn.privlens.suite.singleton_loads_flag;

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
