package androidx.work;

import android.content.Context;

/** Stands for the library's class: same name and members, a body of our own. */
public class WorkManager {
    private final Context context;

    private WorkManager(Context context) {
        this.context = context;
    }

    public static WorkManager getInstance(Context context) {
        return new WorkManager(context);
    }

    public Object enqueue(final WorkRequest request) {
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    ListenableWorker made = request.worker
                            .getConstructor(Context.class, WorkerParameters.class)
                            .newInstance(context, new WorkerParameters(request.data));
                    ((Worker) made).doWork();
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }).start();
        return null;
    }
}
