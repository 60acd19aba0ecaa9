package cn.privlens.samples.independent;

import android.app.job.JobParameters;
import android.app.job.JobService;
import android.content.Context;
import android.net.wifi.WifiManager;

/** Runs when the system finds the time. */
public class SyncJob extends JobService {
    @Override
    public boolean onStartJob(JobParameters job) {
        new Thread(this::upload).start();
        return true;
    }

    @Override
    public boolean onStopJob(JobParameters job) {
        return false;
    }

    private void upload() {
        WifiManager wifi = (WifiManager) getSystemService(Context.WIFI_SERVICE);
        System.out.println(wifi.getConfiguredNetworks());
    }
}
