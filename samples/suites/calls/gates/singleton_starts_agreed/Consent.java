package cn.privlens.suite.singleton_starts_agreed;

import android.content.Context;
import android.content.SharedPreferences;

final class Consent {
    private static Consent only;
    private boolean agreed = true;
    private final SharedPreferences kept;
    private Consent(Context context) {
        kept = context.getSharedPreferences("consent", Context.MODE_PRIVATE);

    }
    static Consent of(Context context) {
        if (only == null) {
            only = new Consent(context.getApplicationContext());
        }
        return only;
    }
    void load() { agreed = kept.getBoolean("user_consent", false); }
    boolean agreed() { return agreed; }
    void agree() {
        agreed = true;
        kept.edit().putBoolean("user_consent", true).apply();
    }
}
