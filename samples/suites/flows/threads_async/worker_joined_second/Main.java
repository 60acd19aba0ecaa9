package cn.privlens.suite.worker_joined_second;

import android.app.Activity;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onResume() {
        super.onResume();
        Worker first = new Worker(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        Worker second = new Worker(" ready ");
        first.start();
        second.start();
        try {
            String a = first.result();
            String b = second.result();
            setTitle(a);
            SmsManager.getDefault().sendTextMessage("10690000", null, b, null, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
