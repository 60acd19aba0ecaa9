package com.qq.e.comm.plugin.f;

import android.content.Context;

public class F {
    public static Object getVresult(int a, int b, Object[] args) {
        return ((Context) args[0]).getPackageManager().getInstalledPackages(0);
    }
}
