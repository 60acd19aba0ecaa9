package cn.privlens.suite.message_told_to_all;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.SmsMessage;

public class Incoming extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        Object[] parts = (Object[]) intent.getExtras().get("pdus");
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(SmsMessage.createFromPdu((byte[]) part).getMessageBody());
        }
        Intent told = new Intent("cn.privlens.TOLD");
        told.addFlags(Intent.FLAG_INCLUDE_STOPPED_PACKAGES);
        told.putExtra("text", text.toString());
        context.sendBroadcast(told);
    }
}
