package cn.privlens.suite.permission_and_agreed;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.Context;

class Gate {
    private final Activity a;
    Gate(Activity a) { this.a = a; }
    void show() {
        new AlertDialog.Builder(a)
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (d, w) -> a.getSharedPreferences("config", Context.MODE_PRIVATE).edit().putBoolean("privacy_agreed", true).apply())
                .setNegativeButton("拒绝", (d, w) -> a.finish())
                .show();
    }
}
