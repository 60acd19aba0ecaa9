package cn.privlens.suite.service_by_action;

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
        startService(new Intent(this, Worker.class).setAction(Worker.SEND).putExtra("text", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()));
        startService(new Intent(this, Worker.class).setAction(Worker.KEEP).putExtra("text", "hello"));
    }
}
