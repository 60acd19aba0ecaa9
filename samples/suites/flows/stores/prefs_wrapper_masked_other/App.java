package cn.privlens.suite.prefs_wrapper_masked_other;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        SpUtil.init(this);
        SpUtil.put(SpUtil.KEY_DEVICE, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        SpUtil.put(SpUtil.KEY_CITY, "shanghai");
    }
}
