package cn.privlens.suite.factory_gives_other_task_a_thread;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.util.Log;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String card = ((WifiManager) getSystemService(WIFI_SERVICE)).getConnectionInfo().getMacAddress();
        ExecutorService pool = Executors.newSingleThreadExecutor(new Named());
        pool.execute(new Runnable() {
            @Override
            public void run() {
                Log.i("pool", card);
            }
        });
    }
}
