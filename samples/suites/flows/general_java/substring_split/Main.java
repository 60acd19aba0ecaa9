package cn.privlens.suite.substring_split;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.Locale;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String line = "v1," + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number().trim();
        String part = line.substring(3);
        Log.i("suite", part.toLowerCase(Locale.ROOT));
    }
}
