package cn.privlens.suite.static_by_name_other;

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
            Class<?> tool = Class.forName("cn.privlens.suite.static_by_name_other.Tool");
            tool.getDeclaredMethod("drop", String.class).invoke(null, new Object[] {((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId()});
        } catch (Exception e) {
            Log.w("suite", "reflect");
        }
    }

}
