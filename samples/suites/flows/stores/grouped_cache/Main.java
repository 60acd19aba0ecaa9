package cn.privlens.suite.grouped_cache;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Cache.of(this, "device").put("number", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Log.i("suite", Cache.of(this, "device").get("number"));
    }
}
