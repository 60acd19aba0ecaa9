package cn.privlens.suite.string_format_length;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.Locale;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        String line = String.format(Locale.US, "运营商=%s;%d", "-", id.length());
        SmsManager.getDefault().sendTextMessage("10690000", null, line, null, null);
    }
}
