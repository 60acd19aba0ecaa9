package cn.privlens.suite.lifecycle_callbacks_agreed;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.DialogInterface;
import android.content.SharedPreferences;
import android.os.Bundle;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final SharedPreferences kept = getSharedPreferences("app", MODE_PRIVATE);
        if (kept.getBoolean("agree_privacy_policy", false)) {
            return;
        }
        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", new DialogInterface.OnClickListener() {
                    @Override
                    public void onClick(DialogInterface dialog, int which) {
                        kept.edit().putBoolean("agree_privacy_policy", true).apply();
                        ((App) getApplication()).watch();
                    }
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
}
