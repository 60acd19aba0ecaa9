package cn.privlens.suite.exchanged_value;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.concurrent.Exchanger;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final Exchanger<String> place = new Exchanger<>();
        new Thread(() -> {
            try {
                String got = place.exchange(((TelephonyManager) this.getSystemService(Context.TELEPHONY_SERVICE)).getDeviceId());
                setTitle(got.isEmpty() ? "e" : "f");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }).start();
        new Thread(() -> {
            try {
                String got = place.exchange("plain");
                Log.i("suite", got);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }).start();
    }
}
