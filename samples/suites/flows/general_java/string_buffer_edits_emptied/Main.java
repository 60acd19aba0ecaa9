package cn.privlens.suite.string_buffer_edits_emptied;

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
        StringBuffer text = new StringBuffer("end");
        text.insert(0, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        text.reverse();
        text.delete(0, text.length());
        text.append('.');
        SmsManager.getDefault().sendTextMessage("10690000", null, text.toString(), null, null);
    }

}
