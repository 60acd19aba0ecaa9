package cn.privlens.suite.array_as_object;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] parts = {"v1", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber(), "end"};
        String line = parts.toString();
        SmsManager.getDefault().sendTextMessage("10690000", null, line, null, null);
    }
}
