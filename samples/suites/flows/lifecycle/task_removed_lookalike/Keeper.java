package cn.privlens.suite.task_removed_lookalike;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.provider.Settings;
import android.util.Log;

public class Keeper extends Service {
    private String id;
    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        id = Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
        return START_STICKY;
    }

    public void onTaskRemove(Intent root) {
        Log.i("suite", id);
    }
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
