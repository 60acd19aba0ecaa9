package cn.privlens.samples.features;

import android.service.notification.NotificationListenerService;
import android.service.notification.StatusBarNotification;

/** Sees every notification of every app. */
public class Notices extends NotificationListenerService {
    @Override
    public void onNotificationPosted(StatusBarNotification posted) {
        posted.getNotification();
    }
}
