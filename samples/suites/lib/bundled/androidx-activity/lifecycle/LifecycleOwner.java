package androidx.lifecycle;

/** Stands for the library's class: same name and members, a body of our own. */
public interface LifecycleOwner {
    Lifecycle getLifecycle();
}
