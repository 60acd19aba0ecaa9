package cn.privlens.suite.no_listener_at_all;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bus.Listener own = text -> Log.i("suite", text);
        own.on("start");
        Bus.ONE.tell(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
