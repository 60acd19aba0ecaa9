package androidx.activity.result;

/** Stands for the library's class: same name and members, a body of our own. */
public interface ActivityResultCallback<O> {
    void onActivityResult(O result);
}
