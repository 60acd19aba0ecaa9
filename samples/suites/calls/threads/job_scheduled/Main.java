package cn.privlens.suite.job_scheduled;

import android.app.Activity;
import android.app.job.JobInfo;
import android.app.job.JobScheduler;
import android.content.ComponentName;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        plan();
    }
    private void plan() {
        JobScheduler s = (JobScheduler) getSystemService("jobscheduler");
        s.schedule(new JobInfo.Builder(1, new ComponentName(this, Night.class)).setRequiresCharging(false).build());
    }
}
