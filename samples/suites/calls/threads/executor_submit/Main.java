package cn.privlens.suite.executor_submit;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Main extends Activity {
    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Callable<String> c = () -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        pool.submit(c);
    }
}
