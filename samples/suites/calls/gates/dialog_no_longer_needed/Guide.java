package cn.privlens.suite.dialog_no_longer_needed;

import android.content.Context;

final class Guide {
    private static final String KEY = "need_show_privacy_dialog";

    static boolean needed(Context c) {
        return c.getSharedPreferences("guide", Context.MODE_PRIVATE).getBoolean(KEY, true);
    }

    static void agreed(Context c) {
        c.getSharedPreferences("guide", Context.MODE_PRIVATE).edit().putBoolean(KEY, false).commit();
    }
}
