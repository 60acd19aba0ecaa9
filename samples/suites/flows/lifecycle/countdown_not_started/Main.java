package cn.privlens.suite.countdown_not_started;

import android.app.Activity;
import android.os.Bundle;
import android.os.CountDownTimer;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    private String card = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CountDownTimer timer = new CountDownTimer(3000, 1000) {
            @Override
            public void onTick(long left) { setTitle("" + left); }
            @Override
            public void onFinish() { Log.i("suite", card); }
        };
        card = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        timer.cancel();
    }
}
