package cn.privlens.suite.nested_writers_memory;

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
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    URLConnection c = new URL("https://w.example.com/up").openConnection();
                    c.setDoOutput(true);
                    PrintWriter net = new PrintWriter(new BufferedWriter(new OutputStreamWriter(c.getOutputStream(), "UTF-8")), true);
                    PrintWriter memory = new PrintWriter(new BufferedWriter(new OutputStreamWriter(new ByteArrayOutputStream(), "UTF-8")), true);
                    memory.println(id);
                    net.println("end");
                    net.flush();
                } catch (IOException e) {
                    Log.w("suite", "net");
                }
            }
        }).start();
    }

}
