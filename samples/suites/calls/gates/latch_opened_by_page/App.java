package cn.privlens.suite.latch_opened_by_page;

import android.app.Application;
import android.content.Context;
import android.telephony.TelephonyManager;
import java.util.concurrent.CountDownLatch;

public class App extends Application {
    static final CountDownLatch LATCH = new CountDownLatch(1);
    @Override
    public void onCreate() {
        super.onCreate();
        new Thread(() -> {
            try {
                LATCH.await();
            } catch (InterruptedException e) {
                return;
            }
            ((TelephonyManager) this.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber();
        }).start();
    }
}
