package cn.privlens.suite.consent_supplier_not_installed;

import android.content.Context;
import android.content.SharedPreferences;

final class Privacy {
    interface Answer {
        boolean yes();
    }

    static Answer agreed = () -> true;

    private Privacy() {}

    static void install(Context context) {
        final SharedPreferences kept = context.getSharedPreferences("p", Context.MODE_PRIVATE);
        agreed = () -> kept.getBoolean("user_privacy_agreed", false);
    }

    static void accept(Context context) {
        context.getSharedPreferences("p", Context.MODE_PRIVATE).edit().putBoolean("user_privacy_agreed", true).apply();
    }
}
