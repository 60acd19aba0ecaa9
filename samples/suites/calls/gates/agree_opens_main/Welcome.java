package cn.privlens.suite.agree_opens_main;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.Intent;
import android.os.Bundle;

public class Welcome extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    startActivity(new Intent(this, Main.class));
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();

    }
}
