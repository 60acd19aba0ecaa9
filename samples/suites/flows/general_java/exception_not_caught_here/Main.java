package cn.privlens.suite.exception_not_caught_here;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Carry extends RuntimeException {
        final String load;
        Carry(String load) {
            super("carry");
            this.load = load;
        }
    }
    private void inner(String v) { throw new Carry(v); }
    private void outer() { inner(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()); }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            outer();
        } catch (IllegalStateException e) {
            Log.i("suite", e.getMessage());
        }
    }
}
