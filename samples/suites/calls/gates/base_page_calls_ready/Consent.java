package cn.privlens.suite.base_page_calls_ready;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.Intent;
import android.os.Bundle;

public class Consent extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    getSharedPreferences("app", MODE_PRIVATE).edit().putBoolean("policy_agreed", true).apply();
                    startActivity(new Intent(this, Main.class));
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
}
