package cn.privlens.suite.settings_page_phone_for_job;

import android.content.Context;
import android.content.SharedPreferences;

final class SettingsStore {
    enum Key {
        PHONE("phone"),
        THEME("theme");

        final String id;

        Key(String id) {
            this.id = id;
        }
    }

    private final SharedPreferences kept;

    SettingsStore(Context context) {
        kept = context.getSharedPreferences("settings", Context.MODE_PRIVATE);
    }

    void set(Key key, String value) {
        kept.edit().putString(key.id, value).apply();
    }

    String get(Key key) {
        return kept.getString(key.id, "");
    }
}
