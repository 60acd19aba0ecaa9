package cn.privlens.suite.accepted_is_one;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.SharedPreferences;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final SharedPreferences kept = getSharedPreferences("p", MODE_PRIVATE);
        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> kept.edit().putInt("privacy_answer", 1).apply())
                .setNegativeButton("不同意", (dialog, which) -> kept.edit().putInt("privacy_answer", 2).apply())
                .show();
    }
}
