package cn.privlens.suite.prefs_other_emptied;

import android.app.Activity;
import android.content.SharedPreferences;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SharedPreferences mine = getSharedPreferences("mine", MODE_PRIVATE);
        SharedPreferences other = getSharedPreferences("other", MODE_PRIVATE);
        mine.edit().putString("s", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId()).commit();
        other.edit().clear().commit();
        Log.i("suite", mine.getString("s", "nothing"));
    }
}
