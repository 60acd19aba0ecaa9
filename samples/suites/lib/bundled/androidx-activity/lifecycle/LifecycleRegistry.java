package androidx.lifecycle;

import java.util.ArrayList;
import java.util.List;

/** Stands for the library's class: same name and members, a body of our own. */
public class LifecycleRegistry extends Lifecycle {
    private final List<LifecycleObserver> observers = new ArrayList<>();

    public LifecycleRegistry(LifecycleOwner owner) {}

    @Override
    public void addObserver(LifecycleObserver observer) {
        observers.add(observer);
    }
}
