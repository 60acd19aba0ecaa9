package cn.privlens.suite.log_with_throwable_other;

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
        Throwable with = new RuntimeException(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        Throwable without = new RuntimeException("plain");
        Log.wtf("suite", "failed", without);
    }

}
