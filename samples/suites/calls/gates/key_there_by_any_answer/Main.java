package cn.privlens.suite.key_there_by_any_answer;

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
                .setPositiveButton("同意", (dialog, which) -> kept.edit().putLong("privacy_time", System.currentTimeMillis()).apply())
                .setNegativeButton("不同意", (dialog, which) -> kept.edit().putLong("privacy_time", 0L).apply())
                .show();
    }
}
