package cn.privlens.suite.notification_button_tells_number;

import android.app.Activity;
import android.app.Notification;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private static final int NOTICE = 4;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        Intent share = new Intent(this, ShareReceiver.class);
        share.setAction(ShareReceiver.ACTION);
        share.putExtra("number", number);
        PendingIntent button = PendingIntent.getBroadcast(this, 0, share, PendingIntent.FLAG_UPDATE_CURRENT);
        Notification notice = new Notification.Builder(this)
                .setSmallIcon(android.R.drawable.ic_dialog_info)
                .setContentTitle("Ready")
                .setContentText("Your number can be shared")
                .addAction(android.R.drawable.ic_menu_share, "Share", button)
                .build();
        ((NotificationManager) getSystemService(NOTIFICATION_SERVICE)).notify(NOTICE, notice);
    }
}
