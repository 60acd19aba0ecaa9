package cn.privlens.suite.exception_cause_text;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private void work() {
        try {
            throw new IllegalStateException(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        } catch (IllegalStateException inner) {
            throw new RuntimeException("work failed", inner);
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            work();
        } catch (RuntimeException outer) {
            Log.i("suite", outer.getCause().getMessage());
        }
    }
}
