package cn.privlens.suite.other_dialog_text_in_resources;

import android.app.Activity;
import android.os.Bundle;
import android.app.AlertDialog;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (getSharedPreferences("c", MODE_PRIVATE).getBoolean("k1", false)) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        }
        new AlertDialog.Builder(this)
                .setTitle(R.string.title)
                .setMessage(R.string.text)
                .setPositiveButton(R.string.yes, (dialog, which) -> getSharedPreferences("c", MODE_PRIVATE).edit().putBoolean("k1", true).apply())
                .show();
    }
}
