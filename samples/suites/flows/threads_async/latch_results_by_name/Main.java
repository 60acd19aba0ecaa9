package cn.privlens.suite.latch_results_by_name;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final Map<String, String> results = new ConcurrentHashMap<>();
        final CountDownLatch open = new CountDownLatch(2);
        new Thread(() -> {
            results.put("sim", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
            open.countDown();
        }).start();
        new Thread(() -> {
            results.put("time", "现在");
            open.countDown();
        }).start();
        try {
            open.await();
        } catch (InterruptedException e) {
            return;
        }
        Net.post(results.get("sim").getBytes(StandardCharsets.UTF_8));
    }
}
