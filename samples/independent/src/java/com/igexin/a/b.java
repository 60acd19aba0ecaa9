package com.igexin.a;

import android.content.Context;
import java.util.UUID;

/** Tries one way after the other. */
public final class b implements Runnable {
    private final Context a;
    private String b;

    public b(Context context) {
        a = context;
    }

    @Override
    public void run() {
        a[] ways = {new c(), new d(), new e(), new f()};
        for (a way : ways) {
            try {
                b = way.a(a);
            } catch (RuntimeException refused) {
                b = null;
            }
            if (b != null && b.length() > 0) {
                return;
            }
        }
        b = UUID.randomUUID().toString();
    }
}
