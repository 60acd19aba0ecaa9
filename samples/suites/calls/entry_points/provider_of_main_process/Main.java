package cn.privlens.suite.provider_of_main_process;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.Intent;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (d, w) -> startService(new Intent(this, PushService.class)))
                .setNegativeButton("不同意", (d, w) -> finish())
                .show();
    }
}
