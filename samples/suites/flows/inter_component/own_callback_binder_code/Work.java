package cn.privlens.suite.own_callback_binder_code;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;
import android.os.Message;
import android.os.Messenger;
import android.os.RemoteException;
import android.telephony.TelephonyManager;

public class Work extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        Messenger back = intent.getParcelableExtra("back");
        try {
            Message answer = Message.obtain(null, 3);
            answer.getData().putString("n", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
            back.send(answer);
        } catch (RemoteException e) {
            stopSelf();
        }
        return START_NOT_STICKY;
    }
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
