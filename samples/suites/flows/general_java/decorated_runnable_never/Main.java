package cn.privlens.suite.decorated_runnable_never;

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
        Runnable send = new Runnable() {
            @Override
            public void run() { SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null); }
        };
        new Never(new Twice(send)).run();
    }
    static class Twice implements Runnable {
        private final Runnable inner;
        Twice(Runnable inner) { this.inner = inner; }
        @Override
        public void run() { inner.run(); inner.run(); }
    }
    static class Never implements Runnable {
        private final Runnable inner;
        Never(Runnable inner) { this.inner = inner; }
        @Override
        public void run() { Log.i("suite", "never"); }
    }
}
