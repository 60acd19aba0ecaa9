package cn.privlens.suite.worker_checks_nothing;

import android.content.Context;
import android.content.SharedPreferences;

final class ConsentStore {
    private ConsentStore() {}

    static SharedPreferences of(Context context) {
        return context.getSharedPreferences("consent", Context.MODE_PRIVATE);
    }

    static boolean given(Context context) {
        return of(context).getBoolean("privacy_agreed", false);
    }

    static void give(Context context) {
        of(context).edit().putBoolean("privacy_agreed", true).apply();
    }
}
