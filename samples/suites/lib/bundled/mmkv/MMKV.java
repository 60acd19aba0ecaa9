package com.tencent.mmkv;

import android.content.Context;
import java.util.HashMap;
import java.util.Map;

/** Stands for the library's class: same name and members, a body of our own. */
public class MMKV {
    private final Map<String, Boolean> flags = new HashMap<>();

    public static String initialize(Context context) {
        return context.getFilesDir().getAbsolutePath();
    }

    public static MMKV defaultMMKV() {
        return new MMKV();
    }

    public boolean encode(String key, boolean value) {
        flags.put(key, value);
        return true;
    }

    public boolean decodeBool(String key, boolean standard) {
        Boolean found = flags.get(key);
        return found == null ? standard : found;
    }
}
