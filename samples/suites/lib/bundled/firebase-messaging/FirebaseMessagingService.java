package com.google.firebase.messaging;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Stands for the library's class: same name and members, a body of our own. */
public class FirebaseMessagingService extends Service {
    public void onMessageReceived(RemoteMessage message) {}

    public void onNewToken(String token) {}

    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        if ("com.google.firebase.MESSAGING_EVENT".equals(intent.getAction())) {
            onMessageReceived(new RemoteMessage());
        } else {
            onNewToken(intent.getStringExtra("token"));
        }
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
