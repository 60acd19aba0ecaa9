package cn.privlens.suite.queue_enabled_by_application;

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
                    setTitle("好");
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
}
