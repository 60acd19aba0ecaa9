package com.google.android.gms.tasks;

/** Stands for the library's class: same name and members, a body of our own. */
public abstract class Task<T> {
    public abstract Task<T> addOnSuccessListener(OnSuccessListener<? super T> listener);
}
