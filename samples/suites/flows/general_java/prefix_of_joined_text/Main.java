package cn.privlens.suite.prefix_of_joined_text;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String joined = "imei=".concat(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Log.i("suite", joined.substring(5));
    }
}
