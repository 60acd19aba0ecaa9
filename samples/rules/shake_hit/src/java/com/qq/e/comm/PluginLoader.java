package com.qq.e.comm;

import android.content.Context;
import dalvik.system.DexClassLoader;

/** Written for this sample: stands under the package name of an ad SDK; no line of it is in it. */
public final class PluginLoader {
    private PluginLoader() {}

    public static Class<?> load(Context context) {
        String file = context.getFilesDir() + "/gdt_plugin.jar";
        try {
            return new DexClassLoader(file, null, null, context.getClassLoader()).loadClass("com.qq.e.plugin.Main");
        } catch (ClassNotFoundException none) {
            return null;
        }
    }
}
