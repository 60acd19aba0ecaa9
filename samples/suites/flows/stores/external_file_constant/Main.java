package cn.privlens.suite.external_file_constant;

import android.app.Activity;
import android.os.Bundle;
import android.os.Environment;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.File;
import java.io.FileWriter;
import java.io.IOException;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        File dir = new File(Environment.getExternalStorageDirectory(), "数据");
        try (FileWriter w = new FileWriter(new File(dir, "dev.txt"))) {
            String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
            w.write("n" + id.length());
        } catch (IOException e) {
            Log.w("suite", "io");
        }
    }
}
