package cn.privlens.suite.atomic_file_failed;

import android.app.Activity;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.util.AtomicFile;
import android.util.Log;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        AtomicFile file = new AtomicFile(new File(getFilesDir(), "号码.txt"));
        try {
            FileOutputStream first = file.startWrite();
            first.write("旧".getBytes("UTF-8"));
            file.finishWrite(first);
            FileOutputStream out = file.startWrite();
            out.write(((WifiManager) getSystemService(WIFI_SERVICE)).getConnectionInfo().getSSID().getBytes("UTF-8"));
            file.failWrite(out);
            Log.i("file", new String(file.readFully(), "UTF-8"));
        } catch (IOException e) {
            finish();
        }
    }
}
