package cn.privlens.suite.store_of_keys_other;

import android.app.Application;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        if (new Store(this).is(Key.NIGHT_MODE)) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        }
    }
}
