package cn.privlens.suite.handler_message_arg;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.os.Message;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private final Handler handler = new Handler() {
        @Override
        public void handleMessage(Message m) {
            SmsManager.getDefault().sendTextMessage("10690000", null, "got " + m.arg1, null, null);
        }
    };
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Message m = handler.obtainMessage(5);
        m.obj = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
        m.arg1 = 12;
        handler.sendMessageDelayed(m, 500);
    }
}
