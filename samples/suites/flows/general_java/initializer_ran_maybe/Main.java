package cn.privlens.suite.initializer_ran_maybe;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static String mark = "unset";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (state != null) {
            new Holder();
        }
        mark = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Holder.touch();
    }
}
