package cn.privlens.suite.task_by_name;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Desk().run("log", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
