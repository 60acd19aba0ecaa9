package androidx.activity.result.contract;

/** Stands for the library's class: same name and members, a body of our own. */
public abstract class ActivityResultContract<I, O> {}
