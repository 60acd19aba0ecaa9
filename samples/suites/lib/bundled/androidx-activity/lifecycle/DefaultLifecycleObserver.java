package androidx.lifecycle;

/** Stands for the library's class: same name and members, a body of our own. */
public interface DefaultLifecycleObserver extends LifecycleObserver {
    void onCreate(LifecycleOwner owner);

    void onStart(LifecycleOwner owner);

    void onStop(LifecycleOwner owner);
}
