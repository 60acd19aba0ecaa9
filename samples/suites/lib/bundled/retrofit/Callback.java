package retrofit2;

/** Stands for the library's class: same name and members, a body of our own. */
public interface Callback<T> {
    void onResponse(Call<T> call, Response<T> response);

    void onFailure(Call<T> call, Throwable error);
}
