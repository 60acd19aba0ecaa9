package cn.privlens.suite.listener_added_by_process;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bus.ONE.tell(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
