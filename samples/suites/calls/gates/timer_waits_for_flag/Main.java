package cn.privlens.suite.timer_waits_for_flag;

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
                .setPositiveButton("同意", (d, w) -> getSharedPreferences("privacy", MODE_PRIVATE).edit().putBoolean("privacy_agreed", true).apply())
                .setNegativeButton("不同意", (d, w) -> finish())
                .show();
    }
}
