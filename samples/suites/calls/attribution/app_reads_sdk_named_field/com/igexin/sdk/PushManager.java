package com.igexin.sdk;

import android.content.Context;

public class PushManager {
    private static final PushManager I = new PushManager();
    public static PushManager getInstance() { return I; }
    public void initialize(Context c) { c.getPackageName(); }
    public void setTag(String s) {}
}
