package cn.privlens.suite.started_by_launcher;

import android.app.Activity;
import android.os.Bundle;
import android.content.Intent;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (Intent.ACTION_MAIN.equals(getIntent().getAction())) ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
