package cn.privlens.suite.xor_bytes_zeroed;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Base64;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        byte[] b = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber().getBytes();
        for (int i = 0; i < b.length; i++) {
            b[i] = 0;
        }
        Log.i("suite", Base64.encodeToString(b, 0));
    }
}
