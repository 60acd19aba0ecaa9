package cn.privlens.suite.unknown_name_no_value;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            BufferedReader r = new BufferedReader(new FileReader(new File(getFilesDir(), "plugin.txt")));
            String name = r.readLine();
            Object o = Class.forName(name).newInstance();
            ((Plugin) o).run("x" + ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId().length());
        } catch (Exception e) {
            Log.w("suite", "plugin");
        }
    }
}
