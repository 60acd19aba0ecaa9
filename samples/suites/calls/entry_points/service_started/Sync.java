package cn.privlens.suite.service_started;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.telephony.TelephonyManager;

public class Sync extends Service {
    @Override
    public int onStartCommand(Intent i, int f, int id) {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        return START_STICKY;
    }
    @Override
    public IBinder onBind(Intent i) { return null; }
}
