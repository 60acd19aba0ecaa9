package cn.privlens.suite.return_before;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private void report(String s) {
        int n = 3;
        if (n * n > 8) {
            return;
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, s, null, null);
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        report(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
    }
}
