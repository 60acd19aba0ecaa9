package cn.privlens.suite.default_interface_method;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    interface Sink {
        String prefix();
        default void out(String s) { Log.i("suite", prefix() + s); }
    }
    static class A implements Sink {
        @Override
        public String prefix() { return "a"; }

    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Sink s = new A();
        s.out(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber());
    }
}
