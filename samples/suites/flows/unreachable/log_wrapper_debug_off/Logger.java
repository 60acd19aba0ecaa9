package cn.privlens.suite.log_wrapper_debug_off;

import android.util.Log;
import java.util.Locale;

final class Logger {
    private static boolean debug;
    private static String tag = "app";

    private Logger() {}

    static void setDebug(boolean on) {
        debug = on;
    }

    static void setTag(String text) {
        tag = text;
    }

    static void d(String format, Object... args) {
        if (debug) {
            Log.d(tag, String.format(Locale.US, format, args));
        }
    }
}
