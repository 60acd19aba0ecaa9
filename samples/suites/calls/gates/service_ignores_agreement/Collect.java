package cn.privlens.suite.service_ignores_agreement;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.telephony.TelephonyManager;

public class Collect extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        stopSelf();
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
