package cn.privlens.suite.sms_data_other;

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
        byte[] with = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId().getBytes();
        byte[] without = {1, 2};
        SmsManager.getDefault().sendDataMessage("10690000", null, (short) 80, without, null, null);
    }

}
