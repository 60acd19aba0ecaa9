package cn.privlens.suite.overridden_method;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Loud {
        void say(String s) { Log.i("suite", s); }
    }
    static class Quiet extends Loud {
        @Override
        void say(String s) {}
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Loud l = new Quiet();
        l.say(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
    }
}
