package com.igexin.sdk;

import android.content.Context;

public class PushManager {
    private static final PushManager I = new PushManager();
    public static PushManager getInstance() { return I; }
    public void initialize(Context c) { new com.igexin.push.core.Ids(c).load(); }
    public void setTag(String s) {}
}
