package cn.privlens.suite.nested_lists_other;

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
        Map<String, List<String[]>> all = new HashMap<>();
        all.put("a", new ArrayList<String[]>());
        all.put("b", new ArrayList<String[]>());
        all.get("a").add(new String[] {"k", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()});
        all.get("b").add(new String[] {"k", "v"});
        SmsManager.getDefault().sendTextMessage("10690000", null, all.get("b").get(0)[1], null, null);
    }

}
