package cn.privlens.suite.buffer_wait_notify_other;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final Buffer secret = new Buffer();
        final Buffer plain = new Buffer();
        new Thread(() -> {
            try {
                secret.put(((TelephonyManager) this.getSystemService(Context.TELEPHONY_SERVICE)).getLine1Number());
                plain.put("plain");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }).start();
        new Thread(() -> {
            try {
                SmsManager.getDefault().sendTextMessage("10690000", null, plain.take(), null, null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }).start();
    }
}
