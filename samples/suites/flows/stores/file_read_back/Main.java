package cn.privlens.suite.file_read_back;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;
import android.util.Log;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            FileOutputStream out = openFileOutput("id.txt", MODE_PRIVATE);
            out.write(Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID).getBytes());
            out.close();
            setTitle("kept");
            BufferedReader in = new BufferedReader(new InputStreamReader(openFileInput("id.txt")));
            Log.i("suite", in.readLine());
            in.close();
        } catch (IOException e) {
            Log.i("suite", "no file");
        }
    }
}
