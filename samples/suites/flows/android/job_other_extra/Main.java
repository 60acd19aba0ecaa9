package cn.privlens.suite.job_other_extra;

import android.app.Activity;
import android.app.job.JobInfo;
import android.app.job.JobScheduler;
import android.content.ComponentName;
import android.os.Bundle;
import android.os.PersistableBundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        PersistableBundle extras = new PersistableBundle();
        extras.putString("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        extras.putString("name", "demo");
        JobInfo info = new JobInfo.Builder(3, new ComponentName(this, Work.class)).setExtras(extras).build();
        ((JobScheduler) getSystemService("jobscheduler")).schedule(info);
    }
}
