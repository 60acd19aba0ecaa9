package cn.privlens.suite.asked_behind_gate;

import android.app.AlertDialog;
import android.content.Context;

class Ask {
    void show(Context c) {
        new AlertDialog.Builder(c)
                .setMessage("隐私政策")
                .setPositiveButton("同意", (d, w) -> c.getSharedPreferences("config", Context.MODE_PRIVATE).edit().putBoolean("privacy_agreed", true).apply())
                .show();
    }
}
