package cn.privlens.suite.handler_callback_other_data;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.os.HandlerThread;
import android.os.Message;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        HandlerThread t = new HandlerThread("t");
        t.start();
        Handler h = new Handler(t.getLooper(), new Handler.Callback() {
            @Override
            public boolean handleMessage(Message m) {
                SmsManager.getDefault().sendTextMessage("10690000", null, m.getData().getString("j"), null, null);
                return true;
            }
        });
        Bundle b = new Bundle();
        b.putString("k", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        b.putString("j", "jj");
        Message m = Message.obtain(h);
        m.setData(b);
        m.sendToTarget();
    }
}
