package cn.privlens.suite.job_extra;

import android.app.job.JobParameters;
import android.app.job.JobService;
import android.util.Log;

public class Work extends JobService {
    @Override
    public boolean onStartJob(JobParameters job) {
        Log.i("suite", job.getExtras().getString("id"));
        return false;
    }
    @Override
    public boolean onStopJob(JobParameters job) { return false; }
}
