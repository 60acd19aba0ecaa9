package cn.privlens.suite.shadowed_field;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Base {
        String data = "base";
        void load(Context c) { data = ((TelephonyManager) c.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId(); }
    }
    static class Derived extends Base {
        String data = "own";
        String read() { return data; }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Derived d = new Derived();
        d.load(this);
        SmsManager.getDefault().sendTextMessage("10690000", null, d.read(), null, null);
    }
}
