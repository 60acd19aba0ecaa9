package cn.privlens.suite.initializer_logs_consent;

import android.content.Context;

final class Consent {
    static boolean given(Context c) {
        return c.getSharedPreferences("consent", Context.MODE_PRIVATE).getBoolean("user_agreed_privacy", false);
    }

    static void give(Context c) {
        c.getSharedPreferences("consent", Context.MODE_PRIVATE).edit().putBoolean("user_agreed_privacy", true).apply();
    }
}
