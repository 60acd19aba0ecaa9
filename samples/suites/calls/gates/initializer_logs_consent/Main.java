package cn.privlens.suite.initializer_logs_consent;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setMessage("我们非常重视您的隐私，请阅读并同意《隐私政策》")
                .setPositiveButton("同意", (d, w) -> Consent.give(this))
                .setNegativeButton("不同意", (d, w) -> finish())
                .show();
    }
}
