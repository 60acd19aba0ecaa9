package cn.privlens.suite.notification_listener;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

public class Main2 extends Service {
    @Override
    public IBinder onBind(Intent i) { return null; }
}
