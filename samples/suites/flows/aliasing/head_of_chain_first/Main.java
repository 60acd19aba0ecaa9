package cn.privlens.suite.head_of_chain_first;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;

public class Main extends Activity {
    static class Node {
        final String text;
        final Node next;
        Node(String text, Node next) {
            this.text = text;
            this.next = next;
        }
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Node head = null;
        head = new Node("a", head);
        head = new Node(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber(), head);
        head = new Node("c", head);
        SmsManager.getDefault().sendTextMessage("10690000", null, head.text, null, null);
    }
}
