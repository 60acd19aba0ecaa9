package cn.privlens.suite.sms_service_forward_kind;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

public class ForwardService extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        if (intent != null) {
            Net.post("m=" + intent.getStringExtra("kind"));
        }
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
