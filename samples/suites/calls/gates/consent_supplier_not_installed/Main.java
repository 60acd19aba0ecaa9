package cn.privlens.suite.consent_supplier_not_installed;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    Privacy.accept(this);
                    Privacy.install(this);
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
}
