package cn.privlens.suite.piped_streams_other;

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
        try {
            PipedOutputStream out = new PipedOutputStream();
            PipedInputStream in = new PipedInputStream(out);
            PipedOutputStream out2 = new PipedOutputStream();
            PipedInputStream in2 = new PipedInputStream(out2);
            out.write(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId().getBytes());
            out2.write("plain".getBytes());
            byte[] buffer = new byte[64];
            int n = in2.read(buffer);
            SmsManager.getDefault().sendTextMessage("10690000", null, new String(buffer, 0, n), null, null);
        } catch (IOException e) {
            Log.w("suite", "io");
        }
    }

}
