package cn.privlens.suite.key_there_by_agreement;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (getSharedPreferences("p", MODE_PRIVATE).contains("privacy_time")) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        }
    }
}
