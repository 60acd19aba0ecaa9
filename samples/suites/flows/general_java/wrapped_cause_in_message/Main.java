package cn.privlens.suite.wrapped_cause_in_message;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private void read() {
        try {
            throw new IllegalStateException(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        } catch (IllegalStateException e) {
            throw new RuntimeException(e);
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            read();
        } catch (RuntimeException e) {
            Log.i("suite", e.getMessage());
        }
    }
}
