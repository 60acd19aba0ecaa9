package cn.privlens.suite.linked_list_payload;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Node {
        final String payload;
        final Node next;
        Node(String payload, Node next) {
            this.payload = payload;
            this.next = next;
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Node list = new Node("a", new Node(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number(), new Node("c", null)));
        SmsManager.getDefault().sendTextMessage("10690000", null, list.next.next.payload, null, null);
    }
}
