package cn.privlens.suite.store_of_keys_agreed;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (new Store(this).is(Key.POLICY_AGREED)) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        }
    }
}
