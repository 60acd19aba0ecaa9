package android.app.job;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public abstract class JobScheduler {
    public abstract int schedule(JobInfo job);
}
