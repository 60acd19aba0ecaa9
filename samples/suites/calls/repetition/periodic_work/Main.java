package cn.privlens.suite.periodic_work;

import android.app.Activity;
import android.os.Bundle;
import androidx.work.PeriodicWorkRequest;
import androidx.work.WorkManager;
import java.util.concurrent.TimeUnit;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WorkManager.getInstance(this).enqueue(new PeriodicWorkRequest.Builder(Reads.class, 15, TimeUnit.MINUTES).build());
    }
}
