package android.app.job;

/** Compile-only: newer than API 17. */
public class JobParameters {}
