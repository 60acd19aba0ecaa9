package com.facebook.react.bridge;

import android.content.Context;

/** Stands for the library's class: same name and members, a body of our own. */
public abstract class ReactContextBaseJavaModule {
    protected final Context context;

    public ReactContextBaseJavaModule(Context context) {
        this.context = context;
    }
}
