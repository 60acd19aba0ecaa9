package cn.privlens.suite.exception_own_field;

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
        try {
            first(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        } catch (Trouble e) {
            SmsManager.getDefault().sendTextMessage("10690000", null, e.id, null, null);
        }
    }
    static class Trouble extends Exception {
        final String id;
        final String place;
        Trouble(String id, String place) { super("trouble"); this.id = id; this.place = place; }
    }
    private void first(String id) throws Trouble { second(id + "!"); }
    private void second(String id) throws Trouble { throw new Trouble(id, "here"); }
}
