package cn.privlens.suite.alias_started;

import android.app.Activity;
import android.content.ActivityNotFoundException;
import android.content.ComponentName;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent i = new Intent();
        i.setComponent(new ComponentName(getPackageName(), getPackageName() + ".Door"));
        i.putExtra("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        try {
            startActivity(i);
        } catch (ActivityNotFoundException e) {
            finish();
        }
    }
}
