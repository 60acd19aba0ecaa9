package cn.privlens.suite.store_of_keys_other;

import android.content.Context;
import android.content.SharedPreferences;

final class Store {
    private final SharedPreferences kept;
    Store(Context context) { kept = context.getSharedPreferences("store", Context.MODE_PRIVATE); }
    boolean is(Key key) { return kept.getBoolean(key.id, key.start); }
    void set(Key key, boolean value) { kept.edit().putBoolean(key.id, value).apply(); }
}
