package cn.privlens.suite.captured_in_captured_other;

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
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Runnable outer = new Runnable() {
            final String kept = "k";
            @Override
            public void run() {
                Runnable inner = new Runnable() {
                    @Override
                    public void run() { SmsManager.getDefault().sendTextMessage("10690000", null, kept, null, null); }
                };
                inner.run();
            }
        };
        outer.run();
    }

}
