package cn.privlens.suite.prefs_key_other;

import android.app.Activity;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SharedPreferences prefs = getSharedPreferences("app", MODE_PRIVATE);
        prefs.edit().putString("did", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).putString("主题", "dark").apply();
        SmsManager.getDefault().sendTextMessage("10690000", null, prefs.getString("主题", ""), null, null);
    }
}
