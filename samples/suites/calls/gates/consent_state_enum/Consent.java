package cn.privlens.suite.consent_state_enum;

import android.content.Context;

enum Consent {
    UNKNOWN,
    AGREED,
    REFUSED;

    private static Consent current;

    static Consent current(Context context) {
        if (current == null) {
            String name = context.getSharedPreferences("legal", Context.MODE_PRIVATE).getString("privacy_consent", UNKNOWN.name());
            current = valueOf(name);
        }
        return current;
    }

    static void set(Context context, Consent value) {
        current = value;
        context.getSharedPreferences("legal", Context.MODE_PRIVATE).edit().putString("privacy_consent", value.name()).apply();
    }
}
