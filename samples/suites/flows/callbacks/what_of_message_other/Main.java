package cn.privlens.suite.what_of_message_other;

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
        Handler handler = new Handler() {
            @Override
            public void handleMessage(Message m) {
                if (m.what == 1) { SmsManager.getDefault().sendTextMessage("10690000", null, (String) m.obj, null, null); }
            }
        };
        handler.obtainMessage(2, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).sendToTarget();
    }

}
