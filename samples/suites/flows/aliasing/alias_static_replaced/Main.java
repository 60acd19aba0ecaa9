package cn.privlens.suite.alias_static_replaced;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Session {
        static Session current = new Session();
        String id = "";
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Session old = Session.current;
        Session.current = new Session();
        old.id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        SmsManager.getDefault().sendTextMessage("10690000", null, Session.current.id, null, null);
    }
}
