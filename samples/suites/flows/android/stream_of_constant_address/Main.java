package cn.privlens.suite.stream_of_constant_address;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(() -> {
            String id = ((TelephonyManager) this.getSystemService(Context.TELEPHONY_SERVICE)).getSimSerialNumber();
            try {
                InputStream in = new URL("https://get.example.com/v?q=" + id.isEmpty()).openStream();
                in.read();
                in.close();
            } catch (IOException e) {
                setTitle("e");
            }
        }).start();
    }
}
