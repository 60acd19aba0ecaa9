package cn.privlens.suite.catch_never_thrown;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Refused extends Exception {
        Refused(String text) {
            super(text);
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String imei = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        try {
            check(imei);
            setTitle("good");
        } catch (Refused e) {
            Log.w("suite", "refused " + imei);
        }
    }

    private static void check(String text) throws Refused {
        if (text.indexOf('-') < 0) {
            Log.i("suite", "no sign");
        }
    }
}
