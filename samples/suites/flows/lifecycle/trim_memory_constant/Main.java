package cn.privlens.suite.trim_memory_constant;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String v = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        v = "v" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId().length();
    }
    @Override
    public void onLowMemory() {
        super.onLowMemory();
        Log.i("suite", v);
    }
}
