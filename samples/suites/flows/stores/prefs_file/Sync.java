package cn.privlens.suite.prefs_file;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.util.Log;

public class Sync extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        Log.i("suite", getSharedPreferences("one", MODE_PRIVATE).getString("k", "none"));
        return START_NOT_STICKY;
    }
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
