package cn.privlens.suite.worker_checks_nothing;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (!ConsentStore.given(this)) {
            new AlertDialog.Builder(this)
                    .setMessage("请阅读并同意隐私政策")
                    .setPositiveButton("同意", (dialog, which) -> ConsentStore.give(this))
                    .setNegativeButton("不同意", (dialog, which) -> finish())
                    .show();
        }
    }
}
