package cn.privlens.suite.application_constant;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    String token = "";
    @Override
    public void onCreate() {
        super.onCreate();
        token = "t" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId().length();
    }
}
