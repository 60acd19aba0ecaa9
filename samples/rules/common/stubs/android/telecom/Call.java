package android.telecom;

/** Compile-only: newer than API 17. */
public class Call {}
