package cn.privlens.rules;

import dalvik.system.PathClassLoader;
import android.view.Window;

/** Reflection, native code and a class loader that read no personal information. */
public class Home extends Screen {
    static {
        System.loadLibrary("probe");
    }

    private static native String release();

    @Override
    void begin() {
        button("透明", view -> show(translucent()));
        button("版本", view -> show(release()));
        button("城市", view -> {
            if (checkSelfPermission("android.permission.ACCESS_FINE_LOCATION") != 0) {
                show("请选择城市");
            }
        });
        button("分包", view -> show(String.valueOf(split())));
    }

    private String translucent() {
        try {
            Window.class.getMethod("setStatusBarColor", int.class).invoke(getWindow(), 0);
            return "";
        } catch (ReflectiveOperationException none) {
            return "";
        }
    }

    private Class<?> split() {
        try {
            return new PathClassLoader(getApplicationInfo().sourceDir, getClassLoader())
                    .loadClass("cn.privlens.rules.Part");
        } catch (ClassNotFoundException none) {
            return null;
        }
    }
}
