package cn.privlens.suite.countdown_shared_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.concurrent.CountDownLatch;

public class Main extends Activity {
    private volatile String a = "";
    private volatile String b = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CountDownLatch done = new CountDownLatch(1);
        new Thread(() -> {
            a = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
            b = "ready";
            done.countDown();
        }).start();
        try {
            done.await();
        } catch (InterruptedException e) {
            return;
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, b, null, null);
    }
}
