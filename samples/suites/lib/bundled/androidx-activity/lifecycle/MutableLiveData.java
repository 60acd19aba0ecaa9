package androidx.lifecycle;

/** Stands for the library's class: same name and members, a body of our own. */
public class MutableLiveData<T> extends LiveData<T> {
    @Override
    public void setValue(T value) {
        super.setValue(value);
    }

    @Override
    public void postValue(T value) {
        super.postValue(value);
    }
}
