package cn.privlens.suite.live_data_consent_tested;

import android.app.AlertDialog;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import androidx.activity.ComponentActivity;
import androidx.lifecycle.MutableLiveData;

public class Main extends ComponentActivity {
    private final MutableLiveData<Boolean> privacyAgreed = new MutableLiveData<>();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final SharedPreferences kept = getSharedPreferences("app", MODE_PRIVATE);
        privacyAgreed.observeForever(agreed -> {
            if (agreed) {
                ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
            }
        });
        privacyAgreed.setValue(kept.getBoolean("privacy_agreed", false));
        new AlertDialog.Builder(this)
                .setMessage("请阅读并同意《隐私政策》")
                .setPositiveButton("同意", (d, w) -> {
                    kept.edit().putBoolean("privacy_agreed", true).apply();
                    privacyAgreed.setValue(true);
                })
                .setNegativeButton("拒绝", (d, w) -> finish())
                .show();
    }
}
