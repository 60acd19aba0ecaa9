package androidx.lifecycle;

/** Stands for the library's class: same name and members, a body of our own. */
public class ProcessLifecycleOwner implements LifecycleOwner {
    private static final ProcessLifecycleOwner INSTANCE = new ProcessLifecycleOwner();
    private final LifecycleRegistry registry = new LifecycleRegistry(this);

    public static LifecycleOwner get() {
        return INSTANCE;
    }

    @Override
    public Lifecycle getLifecycle() {
        return registry;
    }
}
