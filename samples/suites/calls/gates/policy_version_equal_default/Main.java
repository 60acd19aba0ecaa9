package cn.privlens.suite.policy_version_equal_default;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        PrivacyStore store = new PrivacyStore(this);
        if (!store.isCurrent()) {
            new AlertDialog.Builder(this)
                    .setTitle("个人信息保护指引")
                    .setMessage("请阅读并同意隐私政策后使用")
                    .setCancelable(false)
                    .setPositiveButton("同意", (dialog, which) -> store.agree())
                    .setNegativeButton("不同意", (dialog, which) -> finish())
                    .show();
        }
    }
}
