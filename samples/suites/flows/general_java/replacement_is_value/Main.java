package cn.privlens.suite.replacement_is_value;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String value = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId();
        Matcher m = Pattern.compile("#").matcher("编号=#;");
        StringBuffer b = new StringBuffer();
        while (m.find()) {
            m.appendReplacement(b, Matcher.quoteReplacement(value));
        }
        m.appendTail(b);
        Log.i("suite", b.toString());
    }
}
