package cn.privlens.suite.message_format_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.text.MessageFormat;
import java.util.StringTokenizer;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String line = MessageFormat.format("{0}|{1}", "a", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId().length());
        StringTokenizer t = new StringTokenizer(line, "|");
        while (t.hasMoreTokens()) {
            Log.i("suite", t.nextToken());
        }
    }
}
