package cn.privlens.suite.ternary_both_constant;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        String text = id != null ? "present" : "unknown";
        Log.i("suite", text);
    }
}
