package cn.privlens.suite.finally_returns_replaces;

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
        SmsManager.getDefault().sendTextMessage("10690000", null, get(), null, null);
    }
    @SuppressWarnings("finally")
    private String get() {
        String out = "";
        try {
            return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        } finally {
            return out;
        }
    }
}
