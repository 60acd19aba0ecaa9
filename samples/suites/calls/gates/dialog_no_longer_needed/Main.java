package cn.privlens.suite.dialog_no_longer_needed;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (Guide.needed(this)) {
            new AlertDialog.Builder(this)
                    .setTitle("隐私政策")
                    .setMessage("请阅读隐私政策")
                    .setPositiveButton("同意", (d, w) -> Guide.agreed(this))
                    .setNegativeButton("退出", (d, w) -> finish())
                    .show();
        }
    }
}
