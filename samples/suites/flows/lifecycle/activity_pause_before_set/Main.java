package cn.privlens.suite.activity_pause_before_set;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String sim = "none";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("suite", sim);
    }
    @Override
    protected void onDestroy() {
        super.onDestroy();
        sim = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
    }
}
