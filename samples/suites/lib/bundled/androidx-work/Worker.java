package androidx.work;

import android.content.Context;

/** Stands for the library's class: same name and members, a body of our own. */
public abstract class Worker extends ListenableWorker {
    public Worker(Context context, WorkerParameters parameters) {
        super(context, parameters);
    }

    public abstract Result doWork();
}
