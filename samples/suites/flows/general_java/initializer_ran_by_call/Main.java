package cn.privlens.suite.initializer_ran_by_call;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static String mark = "unset";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Holder.touch();
        mark = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Holder.touch();
    }
}
