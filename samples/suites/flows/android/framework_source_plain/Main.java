package cn.privlens.suite.framework_source_plain;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Telephony1 {
        String getDeviceId() { return "000000"; }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
