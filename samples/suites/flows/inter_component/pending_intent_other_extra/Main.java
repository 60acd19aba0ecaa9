package cn.privlens.suite.pending_intent_other_extra;

import android.app.Activity;
import android.app.AlarmManager;
import android.app.PendingIntent;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Intent intent = new Intent(this, Wake.class);
        intent.putExtra("code", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        intent.putExtra("hour", 8);
        PendingIntent later = PendingIntent.getBroadcast(this, 0, intent, PendingIntent.FLAG_UPDATE_CURRENT);
        AlarmManager alarms = (AlarmManager) getSystemService(ALARM_SERVICE);
        alarms.set(AlarmManager.RTC, System.currentTimeMillis() + 1000, later);
    }
}
