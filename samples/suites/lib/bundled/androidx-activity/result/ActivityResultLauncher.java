package androidx.activity.result;

/** Stands for the library's class: same name and members, a body of our own. */
public abstract class ActivityResultLauncher<I> {
    public abstract void launch(I input);
}
