package cn.privlens.suite.observer_tests_answer;

import android.app.Application;
import android.content.Context;
import android.telephony.TelephonyManager;

public class App extends Application {
    ConsentStore store;
    @Override
    public void onCreate() {
        super.onCreate();
        store = new ConsentStore(this);
        store.observe(agreed -> {
            if (agreed) {
                ((TelephonyManager) this.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
            }
        });
    }
}
