package cn.privlens.suite.kept_until_started_again;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static String kept = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        kept = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
    @Override
    protected void onStart() {
        super.onStart();
        kept = "shown";
    }
    @Override
    protected void onDestroy() {
        Log.i("suite", kept);
        super.onDestroy();
    }
}
