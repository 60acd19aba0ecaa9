package cn.privlens.suite.executor_invoke_on_tap;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Main extends Activity {
    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Callable<String> c = () -> ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        Button b = new Button(this);
        b.setOnClickListener(v -> pool.submit(c));
        setContentView(b);
    }
}
