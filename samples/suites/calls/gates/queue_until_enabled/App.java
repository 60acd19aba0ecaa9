package cn.privlens.suite.queue_until_enabled;

import android.app.Application;
import android.content.Context;
import android.telephony.TelephonyManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        Tracker.when(new Runnable() {
            @Override
            public void run() { ((TelephonyManager) App.this.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(); }
        });
        setTheme(0);
    }
}
