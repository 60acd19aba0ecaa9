package cn.privlens.suite.service_life;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Keeper extends Service {
    private String v = "-";
    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        v = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        return START_STICKY;
    }
    @Override
    public void onDestroy() {
        Log.i("suite", v);
        super.onDestroy();
    }
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
