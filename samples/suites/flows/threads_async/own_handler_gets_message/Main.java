package cn.privlens.suite.own_handler_gets_message;

import android.app.Activity;
import android.os.Bundle;
import android.os.Message;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    private int count;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CardHandler handler = new CardHandler();
        Message m = Message.obtain(handler);
        m.obj = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        m.sendToTarget();
        count++;
    }
}
