package cn.privlens.suite.alarm_rings_for_good;

import android.app.AlarmManager;
import android.app.PendingIntent;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.os.SystemClock;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Rings extends BroadcastReceiver {
    static void set(Context c) {
        PendingIntent wake = PendingIntent.getBroadcast(c, 0, new Intent(c, Rings.class), 0);
        ((AlarmManager) c.getSystemService(Context.ALARM_SERVICE)).set(AlarmManager.ELAPSED_REALTIME, SystemClock.elapsedRealtime() + 900000L, wake);
    }

    @Override
    public void onReceive(Context context, Intent intent) {
        ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId();
        Log.i("rings", "done");
    }
}
