package cn.privlens.suite.remote_switch_default_on;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.SharedPreferences;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SharedPreferences kept = getSharedPreferences("app", MODE_PRIVATE);
        new AlertDialog.Builder(this)
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> kept.edit().putBoolean("privacy_agreed", true).apply())
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
}
