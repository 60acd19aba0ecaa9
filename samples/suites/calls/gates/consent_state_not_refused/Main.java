package cn.privlens.suite.consent_state_not_refused;

import android.app.Activity;
import android.app.AlertDialog;

public class Main extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        if (Consent.current(this) == Consent.UNKNOWN) {
            new AlertDialog.Builder(this)
                    .setMessage("在使用前，请阅读并同意隐私政策")
                    .setPositiveButton("同意", (dialog, which) -> Consent.set(this, Consent.AGREED))
                    .setNegativeButton("拒绝", (dialog, which) -> Consent.set(this, Consent.REFUSED))
                    .show();
        }
    }
}
