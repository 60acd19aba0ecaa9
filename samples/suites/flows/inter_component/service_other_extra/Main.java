package cn.privlens.suite.service_other_extra;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent i = new Intent(this, Upload.class).putExtra("a", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).putExtra("b", 2);
        startService(i);
    }
}
