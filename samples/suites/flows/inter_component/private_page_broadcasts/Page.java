package cn.privlens.suite.private_page_broadcasts;

import android.app.*;
import android.content.*;
import android.database.*;
import android.net.Uri;
import android.os.*;
import android.telephony.*;
import java.util.*;
import java.util.concurrent.*;

public class Page extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        sendBroadcast(new Intent("cn.privlens.suite.TOLD").putExtra("id", id));
    }
}
