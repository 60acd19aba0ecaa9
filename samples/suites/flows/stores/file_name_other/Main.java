package cn.privlens.suite.file_name_other;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main extends Activity {
    private void save(String name, String text) throws IOException {
        FileOutputStream out = openFileOutput(name, MODE_PRIVATE);
        out.write(text.getBytes("UTF-8"));
        out.close();
    }
    private String load(String name) throws IOException {
        BufferedReader r = new BufferedReader(new InputStreamReader(openFileInput(name)));
        String line = r.readLine();
        r.close();
        return line;
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            save("id.txt", ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
            save("lang.txt", "zh");
            SmsManager.getDefault().sendTextMessage("10690000", null, load("lang.txt"), null, null);
        } catch (IOException e) {
            Log.w("suite", "io");
        }
    }
}
