package cn.privlens.suite.exception_message;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Bad extends Exception {
        Bad(String m) { super(m); }
    }
    private void check(String id) throws Bad {
        if (id == null || id.length() < 20) {
            throw new Bad("bad id " + id);
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            check(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        } catch (Bad e) {
            Log.i("suite", e.getMessage());
        }
    }
}
