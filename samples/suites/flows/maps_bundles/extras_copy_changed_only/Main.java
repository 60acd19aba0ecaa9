package cn.privlens.suite.extras_copy_changed_only;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent i = new Intent();
        i.putExtra("编号", "常量");
        Bundle extras = i.getExtras();
        extras.putString("编号", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        extras.putBoolean("done", true);
        Log.i("extras", i.getStringExtra("编号"));
    }
}
