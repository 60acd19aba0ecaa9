package cn.privlens.suite.written_when_tapped;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.SharedPreferences;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SharedPreferences p = getSharedPreferences("config", MODE_PRIVATE);

        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    p.edit().putBoolean("privacy_ok", true).apply();
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
}
