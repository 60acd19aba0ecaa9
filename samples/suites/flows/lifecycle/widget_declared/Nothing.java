package cn.privlens.suite.widget_declared;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

public class Nothing extends Service {
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
