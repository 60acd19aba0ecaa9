package cn.privlens.suite.wrapper_other_flag;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Flags.init(this);
        if (Flags.isNight()) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        }
    }
}
