package cn.privlens.suite.attached_then_created;

import android.app.Application;
import android.content.Context;
import android.telephony.TelephonyManager;
import android.util.Log;

public class App extends Application {
    private String id = "none";

    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        id = ((TelephonyManager) base.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }

    @Override
    public void onCreate() {
        super.onCreate();
        Log.i("app", id);
    }
}
