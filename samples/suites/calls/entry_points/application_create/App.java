package cn.privlens.suite.application_create;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        setTag(id);
    }
    private String tag;
    private void setTag(String t) { tag = t; }
}
