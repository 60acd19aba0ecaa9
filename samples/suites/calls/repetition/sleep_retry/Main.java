package cn.privlens.suite.sleep_retry;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private String last;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(this::watch, "watch").start();
    }

    private void watch() {
        for (int round = 0; round < 3 && last == null; round++) {
            try {
                last = read();
                Thread.sleep(20_000L);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private String read() {
        return ((TelephonyManager) getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId();
    }
}
