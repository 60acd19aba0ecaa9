package cn.privlens.suite.worker_checks_nothing;

import android.content.Context;
import android.telephony.TelephonyManager;
import androidx.work.Worker;
import androidx.work.WorkerParameters;

public class ReportWorker extends Worker {
    static String device;

    public ReportWorker(Context context, WorkerParameters parameters) {
        super(context, parameters);
    }

    @Override
    public Result doWork() {
        TelephonyManager tm = (TelephonyManager) getApplicationContext().getSystemService(Context.TELEPHONY_SERVICE);
        device = tm.getDeviceId();
        return Result.success();
    }
}
