package cn.privlens.samples.independent;

import android.app.Notification;

/** Gets each notification from its base class. */
public class Notes extends NotesBase {
    @Override
    void seen(String packageName, Notification notification) {
        System.out.println(packageName + notification.tickerText);
    }
}
