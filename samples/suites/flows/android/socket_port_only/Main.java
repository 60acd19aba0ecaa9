package cn.privlens.suite.socket_port_only;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        final String sim = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSimSerialNumber();
        new Thread(() -> {
            try (Socket s = new Socket("203.0.113.9", 9000)) {
                PrintWriter w = new PrintWriter(s.getOutputStream(), true);
                w.println("ping");
            } catch (IOException e) {
                Log.w("suite", "net");
            }
        }).start();
    }
}
