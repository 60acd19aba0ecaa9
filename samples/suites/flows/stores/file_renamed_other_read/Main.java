package cn.privlens.suite.file_renamed_other_read;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

public class Main extends Activity {
    private static void write(File file, String text) throws IOException {
        FileOutputStream out = new FileOutputStream(file);
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.close();
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        File draft = new File(getFilesDir(), "草稿.tmp");
        File done = new File(getFilesDir(), "done.txt");
        File other = new File(getFilesDir(), "other.txt");
        try {
            write(draft, ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId());
            write(other, "none");
            draft.renameTo(done);
            BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(other), StandardCharsets.UTF_8));
            String line = in.readLine();
            in.close();
            Log.i("suite", line);
        } catch (IOException e) {
            Log.w("suite", "io");
        }
    }
}
