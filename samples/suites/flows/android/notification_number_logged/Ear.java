package cn.privlens.suite.notification_number_logged;

import android.service.notification.NotificationListenerService;
import android.service.notification.StatusBarNotification;
import android.util.Log;

public class Ear extends NotificationListenerService {
    @Override
    public void onNotificationPosted(StatusBarNotification posted) {
        int number = posted.getNotification().number;
        Log.i("suite", "n " + number);
    }
}
