package cn.privlens.suite.observable_tells_value;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Gauge gauge = new Gauge();
        gauge.addObserver((from, what) -> Log.i("suite", (String) what));
        gauge.put(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
