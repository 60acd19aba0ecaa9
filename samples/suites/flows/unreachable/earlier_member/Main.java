package cn.privlens.suite.earlier_member;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private boolean loud(Level level) { return level.ordinal() > Level.MIDDLE.ordinal(); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (loud(Level.LOW)) {
            SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number(), null, null);
        }
    }
}
