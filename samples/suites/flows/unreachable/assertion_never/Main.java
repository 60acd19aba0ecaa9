package cn.privlens.suite.assertion_never;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private static void check(boolean fine) {
        if (!fine) {
            throw new IllegalStateException("stop");
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        check("a".equals("b"));
        Log.i("suite", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
    }
}
