package cn.privlens.suite.action_by_other_enum_name;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static final String ACTION = "COUNT";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String imei = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        if (imei != null) {
            Action.valueOf(ACTION).run(imei);
        }
    }
}
