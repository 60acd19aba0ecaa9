package cn.privlens.suite.widget_tells_service_count;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.util.Log;

public class Work extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        if (intent != null) {
            Log.i("suite", "widgets: " + intent.getIntExtra("many", 0));
        }
        stopSelf(id);
        return START_NOT_STICKY;
    }
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
