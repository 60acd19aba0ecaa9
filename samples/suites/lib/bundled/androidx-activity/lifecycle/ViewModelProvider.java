package androidx.lifecycle;

/** Stands for the library's class: same name and members, a body of our own. */
public class ViewModelProvider {
    public ViewModelProvider(Object owner) {}

    public <T extends ViewModel> T get(Class<T> kind) {
        try {
            return kind.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
