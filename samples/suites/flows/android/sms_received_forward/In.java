package cn.privlens.suite.sms_received_forward;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.telephony.SmsMessage;
import android.util.Log;

public class In extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        Object[] pdus = (Object[]) intent.getExtras().get("pdus");
        for (Object pdu : pdus) {
            SmsMessage m = SmsMessage.createFromPdu((byte[]) pdu);
            Log.i("suite", m.getMessageBody());
        }
    }
}
