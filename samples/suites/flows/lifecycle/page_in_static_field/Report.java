package cn.privlens.suite.page_in_static_field;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.util.Log;

public class Report extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        Main page = Main.shown;
        if (page != null) {
            Log.i("report", page.id);
        }
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
