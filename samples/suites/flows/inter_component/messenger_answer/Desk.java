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

public class Desk extends Service {
    private final Messenger desk = new Messenger(new Handler() {
        @Override
        public void handleMessage(Message m) {
            String id = ((TelephonyManager) Desk.this.getSystemService(TELEPHONY_SERVICE)).getDeviceId();
            Bundle data = new Bundle();
            data.putString("id", id);
            Message back = Message.obtain(null, 2);
            back.setData(data);
            try {
                m.replyTo.send(back);
            } catch (RemoteException e) {
                Log.w("suite", id.isEmpty() ? "gone" : "away");
            }
        }
    });
    @Override
    public IBinder onBind(Intent intent) { return desk.getBinder(); }
}
