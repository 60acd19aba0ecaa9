package cn.privlens.suite.word_begins_so;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private static final String CHANNEL = "release-store";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        if (CHANNEL.startsWith("release")) {
            Log.i("suite", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        }
    }
}
