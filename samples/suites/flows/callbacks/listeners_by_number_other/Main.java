package cn.privlens.suite.listeners_by_number_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Hub hub = new Hub();
        hub.add(1, text -> Log.i("suite", text));
        hub.send(2, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
