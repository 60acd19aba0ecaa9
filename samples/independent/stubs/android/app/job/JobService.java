package android.app.job;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Compile-only: a framework class newer than API 17. */
public abstract class JobService extends Service {
    public abstract boolean onStartJob(JobParameters job);

    public abstract boolean onStopJob(JobParameters job);

    @Override
    public final IBinder onBind(Intent intent) {
        return null;
    }
}
