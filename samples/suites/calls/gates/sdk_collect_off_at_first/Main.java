package cn.privlens.suite.sdk_collect_off_at_first;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;
import com.umeng.commonsdk.UMConfigure;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (d, w) -> UMConfigure.setCollect(this, true))
                .setNegativeButton("不同意", (d, w) -> {
                    UMConfigure.setCollect(this, false);
                    finish();
                })
                .show();
    }
}
