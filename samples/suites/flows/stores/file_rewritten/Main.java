package cn.privlens.suite.file_rewritten;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.telephony.TelephonyManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            write(((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber() + "\n", MODE_PRIVATE);
            write("end\n", MODE_PRIVATE);
            BufferedReader r = new BufferedReader(new InputStreamReader(openFileInput("lines.txt")));
            String first = r.readLine();
            r.close();
            SmsManager.getDefault().sendTextMessage("10690000", null, first, null, null);
        } catch (IOException e) {
            setTitle("e");
        }
    }

    private void write(String line, int mode) throws IOException {
        OutputStream out = openFileOutput("lines.txt", mode);
        out.write(line.getBytes("UTF-8"));
        out.close();
    }
}
