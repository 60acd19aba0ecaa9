package cn.privlens.suite.char_array_constant_masked;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        char[] in = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId().toCharArray();
        char[] out = new char[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = '*';
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, new String(out), null, null);
    }
}
