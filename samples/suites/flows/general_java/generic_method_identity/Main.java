package cn.privlens.suite.generic_method_identity;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private static <T> T first(T a, T b) { return a; }
    private static <T> T second(T a, T b) { return b; }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", second("x", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number()));
    }
}
