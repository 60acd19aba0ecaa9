package cn.privlens.suite.sender_by_other_name;

import android.content.Context;
import android.telephony.SmsManager;

public class QuietSender implements Sender {
    @Override
    public void send(Context context) { SmsManager.getDefault().sendTextMessage("10690000", null, "quiet", null, null); }
}
