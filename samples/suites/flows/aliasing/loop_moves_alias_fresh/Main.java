package cn.privlens.suite.loop_moves_alias_fresh;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;

public class Main extends Activity {
    static class Node {
        Node next;
        String text = "";
    }
    static Node chain(int length) {
        Node head = new Node();
        Node last = head;
        for (int i = 1; i < length; i++) {
            last.next = new Node();
            last = last.next;
        }
        return head;
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Node head = chain(4);
        Node end = head;
        while (end.next != null) {
            end = end.next;
        }
        end.text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        Node reader = chain(4);
        while (reader.next != null) {
            reader = reader.next;
        }
        Log.i("suite", reader.text);
    }
}
