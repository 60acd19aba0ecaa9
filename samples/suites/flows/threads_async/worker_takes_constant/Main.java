package cn.privlens.suite.worker_takes_constant;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.concurrent.LinkedBlockingQueue;

public class Main extends Activity {
    private final LinkedBlockingQueue<String> jobs = new LinkedBlockingQueue<>();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(() -> {
            try {
                while (true) {
                    Log.i("suite", jobs.take());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }).start();
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        jobs.add(id.isEmpty() ? "none" : "some");
    }
}
