package cn.privlens.suite.printed_to_writer;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.PrintWriter;
import java.io.StringWriter;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringWriter first = new StringWriter();
        StringWriter second = new StringWriter();
        PrintWriter out = new PrintWriter(first);
        out.printf("number=%s%n", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number());
        out.flush();
        Log.i("suite", first.toString());
    }
}
