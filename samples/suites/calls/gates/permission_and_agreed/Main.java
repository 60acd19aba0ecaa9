package cn.privlens.suite.permission_and_agreed;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        boolean granted = checkSelfPermission("android.permission.READ_PHONE_STATE") == 0;
        boolean agreed = getSharedPreferences("config", MODE_PRIVATE).getBoolean("privacy_agreed", false);
        if (granted && agreed) {
            ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        }
        if (!agreed) {
            ask();
        }
    }
    private void ask() {
        getSharedPreferences("config", MODE_PRIVATE).edit().putInt("asked", 1).apply();
        new Gate(this).show();
    }
}
