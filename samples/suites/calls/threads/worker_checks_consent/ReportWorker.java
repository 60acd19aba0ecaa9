package cn.privlens.suite.worker_checks_consent;

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
        if (!ConsentStore.given(getApplicationContext())) {
            return Result.success();
        }
        TelephonyManager tm = (TelephonyManager) getApplicationContext().getSystemService(Context.TELEPHONY_SERVICE);
        device = tm.getDeviceId();
        return Result.success();
    }
}
