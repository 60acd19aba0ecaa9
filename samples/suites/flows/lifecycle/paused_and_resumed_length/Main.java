package cn.privlens.suite.paused_and_resumed_length;

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
    protected void onResume() {
        super.onResume();
        SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
    }
    @Override
    protected void onPause() {
        id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(); id = "p" + id.length();
        super.onPause();
    }
}
