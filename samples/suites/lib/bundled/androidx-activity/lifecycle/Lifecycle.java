package androidx.lifecycle;

/** Stands for the library's class: same name and members, a body of our own. */
public abstract class Lifecycle {
    public abstract void addObserver(LifecycleObserver observer);
}
