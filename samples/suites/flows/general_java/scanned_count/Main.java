package cn.privlens.suite.scanned_count;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.util.Scanner;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Scanner words = new Scanner("imei " + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
        String out = "";
        int n = 0;
        while (words.hasNext()) {
            String word = words.next();
            n++;
            out = "words " + n;
        }
        Log.i("suite", out);
    }
}
