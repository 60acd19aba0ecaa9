package cn.privlens.suite.md5_digest;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.security.MessageDigest;

public class Main extends Activity {
    private static String md5(String s) throws Exception {
        MessageDigest d = MessageDigest.getInstance("MD5");
        d.update(s.getBytes("UTF-8"));
        byte[] out = d.digest();
        StringBuilder hex = new StringBuilder();
        for (byte b : out) {
            hex.append(String.format("%02x", b));
        }
        return hex.toString();
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
            Log.i("suite", md5(id));
        } catch (Exception e) {
            Log.w("suite", "md5");
        }
    }
}
