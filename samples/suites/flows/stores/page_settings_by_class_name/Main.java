package cn.privlens.suite.page_settings_by_class_name;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getPreferences(MODE_PRIVATE).edit().putString("值", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).commit();
        startActivity(new Intent(this, Second.class));
    }
}
