package cn.privlens.suite.sms_service_forward;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.telephony.SmsMessage;

public class Incoming extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        Bundle extras = intent.getExtras();
        if (extras == null) {
            return;
        }
        Object[] pdus = (Object[]) extras.get("pdus");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pdus.length; i++) {
            text.append(SmsMessage.createFromPdu((byte[]) pdus[i]).getMessageBody());
        }
        Intent start = new Intent(context, ForwardService.class);
        start.putExtra("body", text.toString());
        start.putExtra("kind", "sms");
        context.startService(start);
        abortBroadcast();
    }
}
