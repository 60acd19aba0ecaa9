package cn.privlens.suite.service_checks_agreement;

import android.content.Context;
import android.preference.PreferenceManager;

final class Agreement {
    private static final String KEY = "privacy_agreed";

    private Agreement() {}

    static boolean given(Context context) {
        return PreferenceManager.getDefaultSharedPreferences(context).getBoolean(KEY, false);
    }

    static void give(Context context) {
        PreferenceManager.getDefaultSharedPreferences(context).edit().putBoolean(KEY, true).apply();
    }
}
