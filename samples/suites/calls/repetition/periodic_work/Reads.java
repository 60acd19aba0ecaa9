package cn.privlens.suite.periodic_work;

import android.content.Context;
import android.telephony.TelephonyManager;
import androidx.work.Worker;
import androidx.work.WorkerParameters;

public class Reads extends Worker {
    public Reads(Context c, WorkerParameters p) { super(c, p); }
    @Override
    public Result doWork() {
        ((TelephonyManager) getApplicationContext().getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number();
        return Result.success();
    }
}
