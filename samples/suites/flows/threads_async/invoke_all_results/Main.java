package cn.privlens.suite.invoke_all_results;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Callable<String>> tasks = new ArrayList<>();
        tasks.add(() -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
        tasks.add(() -> "done");
        try {
            for (Future<String> f : pool.invokeAll(tasks)) {
                Log.i("suite", "r " + f.get());
            }
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        }
        pool.shutdown();
    }
}
