package cn.privlens.suite.checked_then_run_as_guest;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.Context;
import android.content.SharedPreferences;

final class Privacy {
    static void check(final Activity a, final Runnable action) {
        final SharedPreferences kept = a.getSharedPreferences("p", Context.MODE_PRIVATE);
        if (kept.getBoolean("privacy_agreed", false)) {
            action.run();
            return;
        }
        new AlertDialog.Builder(a)
                .setTitle("用户协议与隐私政策")
                .setMessage("请阅读并同意")
                .setPositiveButton("同意", (d, w) -> {
                    kept.edit().putBoolean("privacy_agreed", true).apply();
                    action.run();
                })
                .setNegativeButton("不同意，仅浏览", (d, w) -> action.run())
                .setCancelable(false)
                .show();
    }
}
