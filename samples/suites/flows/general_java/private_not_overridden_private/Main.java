package cn.privlens.suite.private_not_overridden_private;

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
        Base b = new Sub(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        SmsManager.getDefault().sendTextMessage("10690000", null, b.show(), null, null);
    }
    static class Base {
        private String value() { return "base"; }
        String show() { return value(); }
    }
    static class Sub extends Base {
        private final String id;
        Sub(String id) { this.id = id; }
        String value() { return id; }
    }
}
