package cn.privlens.suite.attach_base_context;

import android.app.Application;
import android.content.Context;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        ((TelephonyManager) base.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
    }
}
