package cn.privlens.suite.enum_map_other;

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
        EnumMap<Kind, String> map = new EnumMap<>(Kind.class);
        map.put(Kind.ID, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        map.put(Kind.NAME, "n");
        SmsManager.getDefault().sendTextMessage("10690000", null, map.get(Kind.NAME), null, null);
    }
    enum Kind { ID, NAME }
}
