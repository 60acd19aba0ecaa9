package com.qq.e.comm.plugin.f;

public class F {
    public static native Object getVresult(int a, int b, Object[] args);
}
