package cn.privlens.suite.service_switch_on_action;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startService(new Intent(this, Work.class).setAction("send").putExtra("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()));
        startService(new Intent(this, Work.class).setAction("send").putExtra("id", "none"));
    }
}
