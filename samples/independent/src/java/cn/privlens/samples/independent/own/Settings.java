package cn.privlens.samples.independent.own;

import android.content.Context;

/** The app's own settings. */
public final class Settings {
    private Settings() {}

    /** Looks like the framework's class of the same name. */
    public static final class Secure {
        private Secure() {}

        public static String getString(Context context, String name) {
            return context.getSharedPreferences("设置", 0).getString(name, "");
        }
    }
}
