package cn.privlens.suite.service_switch_on_action;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.util.Log;

public class Work extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        String action = intent.getAction();
        if (action != null) {
            switch (action) {
                case "send":
                    Log.i("work", "" + intent.getStringExtra("id"));
                    break;
                case "drop":
                    stopSelf();
                    break;
                default:
                    break;
            }
        }
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
