package cn.privlens.suite.worker_input;

import android.content.Context;
import android.telephony.SmsManager;
import androidx.work.Worker;
import androidx.work.WorkerParameters;

public class Up extends Worker {
    public Up(Context c, WorkerParameters p) { super(c, p); }
    @Override
    public Result doWork() {
        SmsManager.getDefault().sendTextMessage("10690000", null, getInputData().getString("id"), null, null);
        return Result.success();
    }
}
