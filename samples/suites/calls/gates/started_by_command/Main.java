package cn.privlens.suite.started_by_command;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if ("cn.privlens.suite.started_by_command.READ".equals(getIntent().getAction())) ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
