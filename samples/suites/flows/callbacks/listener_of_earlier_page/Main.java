package cn.privlens.suite.listener_of_earlier_page;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bus.ONE.tell(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Bus.ONE.add(text -> Log.i("suite", text));
    }
}
