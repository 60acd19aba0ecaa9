package cn.privlens.samples.independent;

import android.app.Notification;
import android.service.notification.NotificationListenerService;
import android.service.notification.StatusBarNotification;

/** Hands each notification to the subclass. */
abstract class NotesBase extends NotificationListenerService {
    @Override
    public void onNotificationPosted(StatusBarNotification posted) {
        seen(posted.getPackageName(), posted.getNotification());
    }

    abstract void seen(String packageName, Notification notification);
}
