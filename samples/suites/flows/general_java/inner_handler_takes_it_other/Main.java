package cn.privlens.suite.inner_handler_takes_it_other;

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
        try {
            try {
                throw new IllegalStateException(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
            } catch (IllegalStateException e) {
                throw new RuntimeException("again");
            }
        } catch (RuntimeException e) {
            SmsManager.getDefault().sendTextMessage("10690000", null, e.getMessage(), null, null);
        }
    }
}
