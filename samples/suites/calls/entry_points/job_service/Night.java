package cn.privlens.suite.job_service;

import android.app.job.JobParameters;
import android.app.job.JobService;
import android.telephony.TelephonyManager;

public class Night extends JobService {
    @Override
    public boolean onStartJob(JobParameters p) {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        return false;
    }
    @Override
    public boolean onStopJob(JobParameters p) { return false; }
}
