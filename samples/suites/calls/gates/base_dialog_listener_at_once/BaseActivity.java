package cn.privlens.suite.base_dialog_listener_at_once;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.DialogInterface;

public abstract class BaseActivity extends Activity {
    private PrivacyListener listener;

    protected void askPrivacy(PrivacyListener l) {
        listener = l;
        if (getSharedPreferences("base", MODE_PRIVATE).getBoolean("privacy_agree", false)) {
            l.onPrivacyReady();
            return;
        }
        showDialog();
    }

    private void showDialog() {
        AlertDialog.Builder builder = new AlertDialog.Builder(this);
        builder.setTitle("隐私政策更新");
        builder.setMessage("点击同意即表示您已阅读并同意隐私政策");
        builder.setPositiveButton("同意", new DialogInterface.OnClickListener() {
            @Override
            public void onClick(DialogInterface dialog, int which) {
                getSharedPreferences("base", MODE_PRIVATE).edit().putBoolean("privacy_agree", true).apply();
                listener.onPrivacyReady();
            }
        });
        builder.setNegativeButton("暂不使用", new DialogInterface.OnClickListener() {
            @Override
            public void onClick(DialogInterface dialog, int which) {
                finish();
            }
        });
        builder.create().show();
        listener.onPrivacyReady();
    }
}
