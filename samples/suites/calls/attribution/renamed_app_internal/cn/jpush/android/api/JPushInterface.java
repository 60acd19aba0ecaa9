package cn.jpush.android.api;

import android.content.Context;

public class JPushInterface {
    public static void init(Context c) { c.getPackageName(); }
}
