package cn.privlens.suite.service_bound_again;

import android.app.Service;
import android.content.Intent;
import android.os.Binder;
import android.os.IBinder;
import android.telephony.TelephonyManager;
import android.util.Log;

public class CounterService extends Service {
    private final Binder binder = new Binder();
    private String last = "nobody";

    @Override
    public void onCreate() {
        super.onCreate();
        Log.i("suite", "created");
    }

    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        return START_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return binder;
    }

    @Override
    public boolean onUnbind(Intent intent) {
        last = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        return true;
    }

    @Override
    public void onRebind(Intent intent) {
        Log.i("suite", "again after " + last);
    }
}
