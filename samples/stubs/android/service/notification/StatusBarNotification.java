package android.service.notification;

import android.app.Notification;

/** Compile-only: a framework class newer than API 17. */
public class StatusBarNotification {
    public Notification getNotification() {
        return null;
    }

    public String getPackageName() {
        return null;
    }
}
