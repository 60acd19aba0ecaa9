package cn.privlens.suite.start_overwrites_cleared;

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
    private String id = "";
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
    }
    @Override
    protected void onStart() {
        super.onStart();
        id = "started";
    }
    @Override
    protected void onResume() {
        super.onResume();
        SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
    }
}
