package cn.privlens.suite.static_map_removed;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.util.Log;

public class Later extends Service {
    @Override
    public int onStartCommand(Intent i, int f, int id) {
        Log.i("suite", "p=" + Store.get("p"));
        return START_NOT_STICKY;
    }
    @Override
    public IBinder onBind(Intent i) { return null; }
}
