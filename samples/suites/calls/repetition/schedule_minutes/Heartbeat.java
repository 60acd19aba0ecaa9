package cn.privlens.suite.schedule_minutes;

import android.content.Context;
import android.net.wifi.WifiManager;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

final class Heartbeat implements Runnable {
    private static final long PERIOD = 30;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final WifiManager wifi;
    private String last;

    Heartbeat(Context context) {
        wifi = (WifiManager) context.getApplicationContext().getSystemService(Context.WIFI_SERVICE);
    }

    void start() {
        timer.scheduleWithFixedDelay(this, 0, PERIOD, TimeUnit.MINUTES);
    }

    @Override
    public void run() {
        last = wifi.getConnectionInfo().getMacAddress();
    }
}
