package cn.privlens.suite.activity_read_in_pause;

import android.app.Activity;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String sim = "none";
    @Override
    protected void onResume() {
        super.onResume();
        sim = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
    }
    @Override
    protected void onPause() {
        super.onPause();
        Log.i("suite", sim);
    }
}
