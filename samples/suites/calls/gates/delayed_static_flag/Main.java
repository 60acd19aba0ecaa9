package cn.privlens.suite.delayed_static_flag;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("home");
        new AlertDialog.Builder(this)
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    Flags.privacyAgreed = true;
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
}
