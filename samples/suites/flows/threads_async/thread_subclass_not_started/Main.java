package cn.privlens.suite.thread_subclass_not_started;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Sender extends Thread {
        private final String text;
        Sender(String text) { this.text = text; }
        @Override
        public void run() { SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null); }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Sender sender = new Sender(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        sender.setName("idle");
    }
}
