package cn.privlens.suite.session_closed_before_service;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Session.get().open(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Session.get().close();
        startService(new Intent(this, Upload.class));
    }
}
