package android.app.job;

/** Compile-only: the members of the framework class that the samples use. */
public abstract class JobService extends android.app.Service {
    public abstract boolean onStartJob(JobParameters parameters);

    public abstract boolean onStopJob(JobParameters parameters);

    @Override
    public android.os.IBinder onBind(android.content.Intent intent) {
        return null;
    }
}
