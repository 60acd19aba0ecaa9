package androidx.lifecycle;

import android.os.Handler;
import android.os.Looper;
import java.util.ArrayList;
import java.util.List;

/** Stands for the library's class: same name and members, a body of our own. */
public abstract class LiveData<T> {
    private final List<Observer<? super T>> observers = new ArrayList<>();
    private T value;

    public void observe(LifecycleOwner owner, Observer<? super T> observer) {
        observers.add(observer);
    }

    public void observeForever(Observer<? super T> observer) {
        observers.add(observer);
    }

    public T getValue() {
        return value;
    }

    protected void setValue(T value) {
        this.value = value;
        for (Observer<? super T> observer : observers) {
            observer.onChanged(value);
        }
    }

    protected void postValue(final T value) {
        new Handler(Looper.getMainLooper()).post(new Runnable() {
            @Override
            public void run() {
                setValue(value);
            }
        });
    }
}
