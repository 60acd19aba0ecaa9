package cn.privlens.suite.failed_initializer_cause;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static String card = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        card = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        try {
            Setup.touch();
        } catch (ExceptionInInitializerError e) {
            Log.w("suite", e.getCause().getMessage());
        }
    }
}
