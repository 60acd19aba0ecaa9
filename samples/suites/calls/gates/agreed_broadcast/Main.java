package cn.privlens.suite.agreed_broadcast;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.Intent;
import android.os.Bundle;
import androidx.localbroadcastmanager.content.LocalBroadcastManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);

        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    tell();
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
    private void tell() { LocalBroadcastManager.getInstance(this).sendBroadcast(new Intent("AGREED")); }
}
