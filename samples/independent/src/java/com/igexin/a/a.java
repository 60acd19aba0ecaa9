package com.igexin.a;

import android.content.Context;

/** One way to an identifier. */
public interface a {
    String a(Context context);
}
