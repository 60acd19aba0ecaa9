package cn.privlens.suite.flag_loaded_by_application;

import android.app.Activity;
import android.app.AlertDialog;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final App app = (App) getApplication();
        new AlertDialog.Builder(this)
                .setMessage("请阅读并同意《隐私政策》")
                .setPositiveButton("同意", (d, w) -> app.setPrivacyAgreed(true))
                .setNegativeButton("不同意", (d, w) -> app.setPrivacyAgreed(false))
                .show();
    }

    @Override
    protected void onResume() {
        super.onResume();
        if (((App) getApplication()).isPrivacyAgreed()) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        }
    }
}
