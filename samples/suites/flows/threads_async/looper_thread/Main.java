package cn.privlens.suite.looper_thread;

import android.app.Activity;
import android.os.Bundle;
import android.os.Message;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Worker worker = new Worker();
        worker.start();
        try {
            Message message = worker.handler().obtainMessage(1, 5, 0, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
            message.sendToTarget();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
