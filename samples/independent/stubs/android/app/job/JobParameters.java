package android.app.job;

/** Compile-only: a framework class newer than API 17. */
public class JobParameters {}
