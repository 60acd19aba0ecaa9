package cn.privlens.suite.timer_stops_waiting;

import android.app.Application;
import android.telephony.TelephonyManager;
import java.util.Timer;
import java.util.TimerTask;

public class App extends Application {
    private int looks;

    @Override
    public void onCreate() {
        super.onCreate();
        final Timer timer = new Timer("waits");
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                looks++;
                boolean agreed = getSharedPreferences("privacy", MODE_PRIVATE).getBoolean("privacy_agreed", false);
                if (agreed || looks >= 10) {
                    ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
                    timer.cancel();
                }
            }
        }, 1000, 1000);
    }
}
