package cn.privlens.suite.work_manager;

import android.content.Context;
import androidx.work.Worker;
import androidx.work.WorkerParameters;

public class Rests extends Worker {
    public Rests(Context c, WorkerParameters p) { super(c, p); }
    @Override
    public Result doWork() { return Result.success(); }
}
