package cn.privlens.suite.property_reader_named;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** A class runs a command of the shell for the property that it was made for. */
public class Main extends Activity {
    static final class Property {
        private final String name;

        Property(String name) {
            this.name = name;
        }

        String read() throws IOException {
            Process process = Runtime.getRuntime().exec(new String[] {"getprop", name});
            BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream()));
            try {
                return reader.readLine();
            } finally {
                reader.close();
            }
        }
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(() -> {
            try {
                String skin = new Property("ro.miui.ui.version.name").read();
                Log.i("skin", skin);
                String serial = new Property("ro.serialno").read();
                HttpURLConnection to = (HttpURLConnection) new URL("https://report.example.cn/设备").openConnection();
                to.setDoOutput(true);
                OutputStream out = to.getOutputStream();
                out.write(serial.getBytes("UTF-8"));
                out.close();
            } catch (IOException e) {
                finish();
            }
        }).start();
    }
}
