package cn.privlens.suite.two_buttons_overwrites;

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
        Button first = new Button(this);
        Button second = new Button(this);
        first.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View v) { id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId(); }
        });
        second.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View v) {
                id = "second";
                SmsManager.getDefault().sendTextMessage("10690000", null, id, null, null);
            }
        });
        LinearLayout all = new LinearLayout(this);
        all.addView(first);
        all.addView(second);
        setContentView(all);
    }
    private String id = "";
}
