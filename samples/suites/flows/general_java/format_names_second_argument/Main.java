package cn.privlens.suite.format_names_second_argument;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", String.format("%2$s/%2$s", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number(), "常量"));
    }
}
