package com.google.android.gms.tasks;

/** Stands for the library's class: same name and members, a body of our own. */
public interface OnSuccessListener<T> {
    void onSuccess(T result);
}
