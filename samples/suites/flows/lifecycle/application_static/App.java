package cn.privlens.suite.application_static;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    String token = "";
    @Override
    public void onCreate() {
        super.onCreate();
        token = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
    }
}
