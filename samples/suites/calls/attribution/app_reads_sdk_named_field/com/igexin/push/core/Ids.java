package com.igexin.push.core;

import android.content.Context;

public class Ids {
    private final Context c;
    public Ids(Context c) { this.c = c; }
    public void load() { c.getPackageName(); }
}
