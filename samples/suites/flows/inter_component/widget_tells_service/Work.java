package cn.privlens.suite.widget_tells_service;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.util.Log;

public class Work extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        if (intent != null) {
            Log.i("suite", intent.getStringExtra("who"));
        }
        stopSelf(id);
        return START_NOT_STICKY;
    }
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
