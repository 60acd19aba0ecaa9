package com.igexin.sdk;

import android.content.Context;
import com.igexin.a.b;

/** A class of our own under the package name of a push SDK: the one public entry. */
public final class Entry {
    private Entry() {}

    public static void init(Context context) {
        new Thread(new b(context.getApplicationContext())).start();
    }
}
