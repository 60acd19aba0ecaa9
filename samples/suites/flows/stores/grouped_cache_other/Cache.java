package cn.privlens.suite.grouped_cache_other;

import android.content.Context;
import android.content.SharedPreferences;

final class Cache {
    private final SharedPreferences file;

    private Cache(SharedPreferences file) {
        this.file = file;
    }

    static Cache of(Context c, String group) {
        return new Cache(c.getSharedPreferences("cache_" + group, Context.MODE_PRIVATE));
    }

    void put(String key, String value) {
        file.edit().putString(key, value).commit();
    }

    String get(String key) {
        return file.getString(key, "-");
    }
}
