package cn.privlens.suite.timer_of_own_object_count;

import android.app.Activity;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private final Ticker ticker = new Ticker();

    @Override
    protected void onResume() {
        super.onResume();
        ticker.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
}
