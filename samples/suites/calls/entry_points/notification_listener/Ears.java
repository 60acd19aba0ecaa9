package cn.privlens.suite.notification_listener;

import android.service.notification.NotificationListenerService;
import android.service.notification.StatusBarNotification;
import android.telephony.TelephonyManager;

public class Ears extends NotificationListenerService {
    @Override
    public void onNotificationPosted(StatusBarNotification n) {
        n.getNotification();
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
}
