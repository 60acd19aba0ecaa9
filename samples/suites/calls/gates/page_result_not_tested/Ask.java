package cn.privlens.suite.page_result_not_tested;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;

public class Ask extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    setResult(RESULT_OK);
                    finish();
                })
                .setNegativeButton("不同意", (dialog, which) -> {
                    setResult(RESULT_CANCELED);
                    finish();
                })
                .show();
    }
}
