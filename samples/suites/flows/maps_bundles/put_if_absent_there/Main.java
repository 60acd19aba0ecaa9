package cn.privlens.suite.put_if_absent_there;

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
        ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();
        map.put("k", "first");
        map.putIfAbsent("k", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        SmsManager.getDefault().sendTextMessage("10690000", null, map.get("k"), null, null);
    }

}
