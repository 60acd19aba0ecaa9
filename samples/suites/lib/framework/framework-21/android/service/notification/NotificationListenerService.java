package android.service.notification;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public abstract class NotificationListenerService extends Service {
    public void onNotificationPosted(StatusBarNotification n) {}

    public void onListenerConnected() {}

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
