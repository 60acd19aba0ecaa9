package cn.privlens.suite.created_after_attached;

import android.app.Application;
import android.content.Context;
import android.telephony.TelephonyManager;
import android.util.Log;

public class App extends Application {
    private String id = "none";

    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        Log.i("app", id);
    }

    @Override
    public void onCreate() {
        super.onCreate();
        id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
