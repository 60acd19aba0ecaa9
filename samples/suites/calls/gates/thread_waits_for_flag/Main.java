package cn.privlens.suite.thread_waits_for_flag;

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
                    App.agreed = true;
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
}
