package cn.privlens.suite.imei_obfuscated_dropped;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static String a(Context c) { return b(((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(), 3); }
    private static String b(String s, int n) { return n > 2 ? c("") : s; }
    private static String c(String s) { return s + "|"; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SmsManager.getDefault().sendTextMessage("10690000", null, a(this), null, null);
    }
}
