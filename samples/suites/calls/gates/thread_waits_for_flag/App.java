package cn.privlens.suite.thread_waits_for_flag;

import android.app.Application;
import android.content.Context;
import android.os.SystemClock;
import android.telephony.TelephonyManager;

public class App extends Application {
    static volatile boolean agreed;
    @Override
    public void onCreate() {
        super.onCreate();
        new Thread(() -> {
            int rounds = 0;
            while (!agreed) {
                SystemClock.sleep(500L);
                rounds++;
            }
            ((TelephonyManager) this.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
        }).start();
    }
}
