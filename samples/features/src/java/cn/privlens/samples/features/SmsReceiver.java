package cn.privlens.samples.features;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.SmsMessage;

/** Receives every message by its manifest entry. */
public class SmsReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        for (Object pdu : (Object[]) intent.getExtras().get("pdus")) {
            SmsMessage.createFromPdu((byte[]) pdu).getMessageBody();
        }
    }
}
