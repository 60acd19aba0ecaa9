package cn.privlens.suite.queue_enabled_by_application;

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
        Tracker.enable();
    }
}
