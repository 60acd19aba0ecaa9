package cn.privlens.samples.weather;

import android.content.Context;

/** Remembers whether the user agreed to the privacy policy. */
final class Consent {
    private static final String FILE = "consent";
    private static final String KEY = "privacy_agreed";

    private Consent() {}

    static boolean given(Context context) {
        return context.getSharedPreferences(FILE, Context.MODE_PRIVATE).getBoolean(KEY, false);
    }

    static void save(Context context) {
        context.getSharedPreferences(FILE, Context.MODE_PRIVATE).edit().putBoolean(KEY, true).apply();
    }
}
