package cn.privlens.suite.switch_other_case;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static final int MODE = 1;
    private String pick(int mode) {
        switch (mode) {
            case 1:
            return "mode one";
            case 2:
            return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
            default:
            return "none";
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SmsManager.getDefault().sendTextMessage("10690000", null, pick(MODE), null, null);
    }
}
