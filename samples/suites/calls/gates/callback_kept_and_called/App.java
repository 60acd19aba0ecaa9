package cn.privlens.suite.callback_kept_and_called;

import android.app.Application;
import android.content.Context;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Manager.onAgreed(() -> ((TelephonyManager) this.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId());
    }
}
