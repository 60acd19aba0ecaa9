package cn.privlens.suite.boot_receiver_tests_nothing;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    getSharedPreferences("s", MODE_PRIVATE).edit().putBoolean("has_agreed_policy", true).apply();
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
}
