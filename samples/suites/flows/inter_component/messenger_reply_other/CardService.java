package cn.privlens.suite.messenger_reply_other;

import android.app.Service;
import android.content.Intent;
import android.os.Bundle;
import android.os.Handler;
import android.os.IBinder;
import android.os.Message;
import android.os.Messenger;
import android.os.RemoteException;
import android.telephony.TelephonyManager;

public class CardService extends Service {
    static final int ASK = 1;
    static final int ANSWER = 2;

    private final Messenger messenger = new Messenger(new Incoming());

    private class Incoming extends Handler {
        @Override
        public void handleMessage(Message message) {
            if (message.what != ASK) {
                super.handleMessage(message);
                return;
            }
            TelephonyManager tm = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
            Bundle data = new Bundle();
            data.putString("card", tm.getSimSerialNumber());
            data.putString("title", "ready");
            Message answer = Message.obtain(null, ANSWER);
            answer.setData(data);
            try {
                message.replyTo.send(answer);
            } catch (RemoteException e) {
                stopSelf();
            }
        }
    }

    @Override
    public IBinder onBind(Intent intent) {
        return messenger.getBinder();
    }
}
