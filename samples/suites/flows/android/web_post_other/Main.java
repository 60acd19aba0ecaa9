package cn.privlens.suite.web_post_other;

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
        WebView web = new WebView(this);
        byte[] with = ("id=" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()).getBytes();
        byte[] without = "id=0".getBytes();
        web.postUrl("https://post.example.com/", without);
    }

}
