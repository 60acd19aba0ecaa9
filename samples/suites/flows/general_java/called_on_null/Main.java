package cn.privlens.suite.called_on_null;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Sender {
        void send(String text) { SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Sender sender = null;
        try {
            sender.send(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId());
        } catch (NullPointerException e) {
            Log.i("suite", "no sender");
        }
    }
}
