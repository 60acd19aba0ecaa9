package cn.privlens.suite.mac_after_dialog;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;
import com.xuexiang.xutil.system.DeviceUtils;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);

        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    DeviceUtils.getMacAddress(this);
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
}
