package cn.privlens.suite.worker_checks_nothing;

import android.app.Application;
import androidx.work.OneTimeWorkRequest;
import androidx.work.WorkManager;

public class App extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        WorkManager.getInstance(this).enqueue(new OneTimeWorkRequest.Builder(ReportWorker.class).build());
    }
}
