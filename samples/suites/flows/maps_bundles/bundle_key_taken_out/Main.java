package cn.privlens.suite.bundle_key_taken_out;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle all = new Bundle();
        all.putString("设备", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        all.putString("lang", "zh");
        all.putString("channel", "store");
        all.remove("设备");
        for (String key : all.keySet()) {
            Log.i("suite", key + "=" + all.getString(key));
        }
    }
}
