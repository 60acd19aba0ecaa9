package cn.privlens.suite.executor_future_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<String> one = pool.submit(() -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Future<String> two = pool.submit(() -> "none");
        try {
            SmsManager.getDefault().sendTextMessage("10690000", null, two.get(), null, null);
        } catch (Exception e) {
            Log.w("suite", "late");
        }
    }
}
