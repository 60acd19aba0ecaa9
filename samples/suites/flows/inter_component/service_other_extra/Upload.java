package cn.privlens.suite.service_other_extra;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.util.Log;

public class Upload extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        String text = "" + intent.getIntExtra("b", 0);
        Log.i("suite", text);
        return START_NOT_STICKY;
    }
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
