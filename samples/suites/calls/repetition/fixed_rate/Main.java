package cn.privlens.suite.fixed_rate;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ScheduledExecutorService s = Executors.newScheduledThreadPool(1);
        s.scheduleAtFixedRate(() -> Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID), 0, 2, TimeUnit.MINUTES);
    }
}
