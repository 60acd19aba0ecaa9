package cn.privlens.suite.wrapper_other_flag;

import android.content.Context;
import android.content.SharedPreferences;

final class Flags {
    private static SharedPreferences prefs;
    static void init(Context c) { prefs = c.getSharedPreferences("config", Context.MODE_PRIVATE); }
    static boolean get(String key) { return prefs.getBoolean(key, false); }
    static void set(String key) { prefs.edit().putBoolean(key, true).apply(); }
    static boolean isAgreed() { return get("agreed"); }
    static boolean isNight() { return get("night"); }
}
