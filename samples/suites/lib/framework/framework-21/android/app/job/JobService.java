package android.app.job;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public abstract class JobService extends Service {
    public abstract boolean onStartJob(JobParameters params);

    public abstract boolean onStopJob(JobParameters params);

    public final void jobFinished(JobParameters params, boolean again) {}

    @Override
    public final IBinder onBind(Intent intent) {
        return null;
    }
}
