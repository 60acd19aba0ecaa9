package cn.privlens.suite.settings_page_theme_for_job;

import android.app.Activity;
import android.app.job.JobInfo;
import android.app.job.JobScheduler;
import android.content.ComponentName;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SettingsStore store = new SettingsStore(this);
        store.set(SettingsStore.Key.PHONE, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        store.set(SettingsStore.Key.THEME, "dark");
        JobScheduler scheduler = (JobScheduler) getSystemService("jobscheduler");
        JobInfo job = new JobInfo.Builder(5, new ComponentName(this, UploadJob.class)).build();
        scheduler.schedule(job);
    }
}
