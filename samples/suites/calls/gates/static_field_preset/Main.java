package cn.privlens.suite.static_field_preset;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static boolean agreed= true;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AlertDialog.Builder(this)
                .setTitle("隐私政策")
                .setMessage("请阅读并同意隐私政策")
                .setPositiveButton("同意", (dialog, which) -> {
                    agreed = true;
                })
                .setNegativeButton("不同意", (dialog, which) -> finish())
                .show();
    }
    @Override
    protected void onResume() {
        super.onResume();
        if (agreed) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        }
    }
}
