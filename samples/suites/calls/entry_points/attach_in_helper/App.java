package cn.privlens.suite.attach_in_helper;

import android.app.Application;
import android.content.Context;
import android.telephony.TelephonyManager;

public class App extends Application {
    static class Helper {
        protected void attachBaseContext(Context base) {
            ((TelephonyManager) base.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
        }
    }
}
