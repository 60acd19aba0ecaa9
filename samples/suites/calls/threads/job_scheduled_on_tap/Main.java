package cn.privlens.suite.job_scheduled_on_tap;

import android.app.Activity;
import android.app.job.JobInfo;
import android.app.job.JobScheduler;
import android.content.ComponentName;
import android.os.Bundle;
import android.widget.Button;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button b = new Button(this);
        b.setOnClickListener(v -> plan());
        setContentView(b);
    }
    private void plan() {
        JobScheduler s = (JobScheduler) getSystemService("jobscheduler");
        s.schedule(new JobInfo.Builder(1, new ComponentName(this, Night.class)).setRequiresCharging(false).build());
    }
}
