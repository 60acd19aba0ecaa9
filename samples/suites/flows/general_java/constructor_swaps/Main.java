package cn.privlens.suite.constructor_swaps;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Both both = new Both(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(), "x");
        SmsManager.getDefault().sendTextMessage("10690000", null, both.right, null, null);
    }
}
