package cn.privlens.suite.second_line_read;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        BufferedReader lines = new BufferedReader(new StringReader("lang=zh\n" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId() + "\n"));
        try {
            String first = lines.readLine();
            String second = lines.readLine();
            Log.i("suite", second);
        } catch (IOException e) {
            Log.w("suite", "io");
        }
    }
}
