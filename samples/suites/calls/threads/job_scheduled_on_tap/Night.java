package cn.privlens.suite.job_scheduled_on_tap;

import android.app.job.JobParameters;
import android.app.job.JobService;
import android.telephony.TelephonyManager;

public class Night extends JobService {
    @Override
    public boolean onStartJob(JobParameters p) {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        return false;
    }
    @Override
    public boolean onStopJob(JobParameters p) { return false; }
}
