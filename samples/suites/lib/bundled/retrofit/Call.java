package retrofit2;

/** Stands for the library's class: same name and members, a body of our own. */
public interface Call<T> {
    void enqueue(Callback<T> callback);
}
