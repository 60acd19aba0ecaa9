package cn.privlens.suite.notification_title_logged;

import android.service.notification.NotificationListenerService;
import android.service.notification.StatusBarNotification;
import android.util.Log;

public class Ear extends NotificationListenerService {
    @Override
    public void onNotificationPosted(StatusBarNotification posted) {
        CharSequence text = posted.getNotification().tickerText;
        Log.i("suite", "n " + text);
    }
}
