package cn.privlens.suite.consent_supplier_not_installed;

import android.content.Context;
import android.content.SharedPreferences;
import java.util.function.Supplier;

final class Privacy {
    static Supplier<Boolean> agreed = () -> true;

    private Privacy() {}

    static void install(Context context) {
        final SharedPreferences kept = context.getSharedPreferences("p", Context.MODE_PRIVATE);
        agreed = () -> kept.getBoolean("user_privacy_agreed", false);
    }

    static void accept(Context context) {
        context.getSharedPreferences("p", Context.MODE_PRIVATE).edit().putBoolean("user_privacy_agreed", true).apply();
    }
}
