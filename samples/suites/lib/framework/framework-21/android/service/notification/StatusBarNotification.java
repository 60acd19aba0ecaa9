package android.service.notification;

/** Compile-only: the members of the framework class that the programs use, some newer than API 17. */
public class StatusBarNotification {
    public String getPackageName() {
        return null;
    }

    public android.app.Notification getNotification() {
        return null;
    }
}
