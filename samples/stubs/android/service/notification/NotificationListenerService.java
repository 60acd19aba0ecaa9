package android.service.notification;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Compile-only: a framework class newer than API 17. */
public abstract class NotificationListenerService extends Service {
    public void onNotificationPosted(StatusBarNotification posted) {}

    public void onNotificationRemoved(StatusBarNotification removed) {}

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
