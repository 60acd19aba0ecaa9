package cn.privlens.suite.policy_version_equal_default;

import android.content.Context;
import android.content.SharedPreferences;

final class PrivacyStore {
    static final int CURRENT = 4;
    private static final String KEY = "user_agree_policy_version";
    private final SharedPreferences kept;

    PrivacyStore(Context context) {
        kept = context.getSharedPreferences("privacy", Context.MODE_PRIVATE);
    }

    int agreed() {
        return kept.getInt(KEY, CURRENT);
    }

    boolean isCurrent() {
        return agreed() == CURRENT;
    }

    void agree() {
        kept.edit().putInt(KEY, CURRENT).apply();
    }
}
