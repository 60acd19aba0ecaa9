package cn.privlens.suite.matcher_group_count;

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
        Matcher m = Pattern.compile("([0-9]+)").matcher("id=" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        if (m.find()) {
            SmsManager.getDefault().sendTextMessage("10690000", null, "n " + m.groupCount(), null, null);
        }
    }

}
