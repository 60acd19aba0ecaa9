package android.app.usage;

/** Compile-only: a framework class newer than API 17. */
public final class UsageStats {}
