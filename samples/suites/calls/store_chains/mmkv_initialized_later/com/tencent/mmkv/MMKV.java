package com.tencent.mmkv;

import android.content.Context;

public class MMKV {
    public static String initialize(Context c) {
        return DeviceInfoPlugin.id(c);
    }
}
