package cn.privlens.suite.own_class_named_like_sink;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class SmsSender {
        void sendTextMessage(String to, String from, String text, Object a, Object b) {
            setLast(text);
        }
        private String last;
        private void setLast(String s) { last = s; }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        new SmsSender().sendTextMessage("1", null, id, null, null);
    }
}
