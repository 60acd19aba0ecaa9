package com.tencent.mmkv;

import android.content.Context;

/** Stands for the library's class: same name and members, a body of our own above native methods like the library's. */
public class MMKV {
    private final long nativeHandle;

    private MMKV(long handle) {
        nativeHandle = handle;
    }

    public static String initialize(Context context) {
        String root = context.getFilesDir().getAbsolutePath() + "/mmkv";
        jniInitialize(root);
        return root;
    }

    public static MMKV defaultMMKV() {
        return new MMKV(getDefaultMMKV(1, null));
    }

    public boolean encode(String key, boolean value) {
        return encodeBool(nativeHandle, key, value);
    }

    public boolean decodeBool(String key, boolean standard) {
        return decodeBool(nativeHandle, key, standard);
    }

    private static native void jniInitialize(String root);

    private static native long getDefaultMMKV(int mode, String cryptKey);

    private native boolean encodeBool(long handle, String key, boolean value);

    private native boolean decodeBool(long handle, String key, boolean standard);
}
